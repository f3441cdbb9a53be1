import { html, nothing } from 'lit';
import { count, duration, time } from '../../lib/format.js';
import { badge, mono, table } from '../../lib/parts.js';
import { choose, route } from '../../lib/router.js';

const COLUMNS = [
  ['of', (one) => one[0]],
  ['this', (one) => one[1]],
  ['other', (one) => one[2]],
];

const found = (report) => new Set(report.findings.map((one) => one.sampleId));

/** How many samples are findings of one report and not of another. */
export function onlyIn(report, other) {
  const known = found(other);
  return [...found(report)].filter((id) => !known.has(id)).length;
}

const triggers = (report) => report.triggers.map((one) => html`${mono(one.text)} `);

const rows = (report, earlier) => [
  ['verdict', badge(report.verdict), badge(earlier.verdict)],
  ['model version', report.version, earlier.version],
  ['samples scored', count(report.samples.scored), count(earlier.samples.scored)],
  ['findings', count(report.findings.length), count(earlier.findings.length)],
  ['findings that only it has', count(onlyIn(report, earlier)), count(onlyIn(earlier, report))],
  ['triggers', triggers(report), triggers(earlier)],
  ['took', duration(report.seconds), duration(earlier.seconds)],
];

/** The report beside that of another scan, `earlier`, which is chosen among the others. */
export function comparison(report, others, earlier) {
  if (!others.length) {
    return nothing;
  }
  const wanted = route().params.get('with') ?? '';
  return html`<section class="card">
    <h2>Compare</h2>
    <div class="row">
      <label class="field">
        <span>with scan</span>
        <select @change=${(e) => choose({ with: e.target.value })}>
          <option value="">choose</option>
          ${others.map(
            (one) =>
              html`<option value=${one.scanId} ?selected=${one.scanId === wanted}>
                ${time(one.finished)}: ${one.verdict}, v${one.version}
              </option>`,
          )}
        </select>
      </label>
    </div>
    ${earlier ? table('This scan and the other', COLUMNS, rows(report, earlier)) : nothing}
  </section>`;
}
