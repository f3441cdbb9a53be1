import { html, nothing } from 'lit';
import { count, percent, short } from '../../lib/format.js';
import { writeArea } from '../../lib/map/area.js';
import '../../lib/map/map.js';
import { badge, empty, select, table } from '../../lib/parts.js';
import { choose, link, route } from '../../lib/router.js';
import '../../lib/sample.js';
import { histogram } from './histogram.js';
import { findingsFirst, selection, valuesOf } from './selection.js';

/** Rows of samples that are shown at first, and more at a time. */
export const ROWS = 15;
const COLOURS = ['decision', 'label', 'source', 'score'];

/** Map, filters and table, which show the same samples; the address holds what was chosen. */
export function samples({ order, report, map, found, rows, more }) {
  const { params } = route();
  const picked = params.get('sample') ?? '';
  const by = params.get('by') || 'decision';
  const { area, left, chosen } = selection(map.points, params);
  const point = map.points.find((one) => one.sampleId === picked);
  const pick = (id) => choose({ sample: id === picked ? '' : id });
  return html`<section class="card">
    <h2>Samples</h2>
    ${filters(report, map, params, by)}
    <div class="halves">
      <div>
        <kenshin-map
          .points=${map.points}
          .by=${by}
          .shown=${left.length === map.points.length ? null : new Set(left.map((one) => one.sampleId))}
          .area=${area}
          .picked=${picked}
          @area=${(e) => choose({ area: e.detail ? writeArea(e.detail) : '' })}
          @pick=${(e) => pick(e.detail)}
        ></kenshin-map>
        <p class="muted">
          ${map.view}${map.from ? ', begun from the map of the scan before' : ''}. Larger: stronger proof.
        </p>
      </div>
      <div>
        <p role="status">
          ${count(chosen.length)} samples${area ? ' in the lasso' : ''},
          ${count(chosen.filter((one) => one.decision).length)} of them findings.
        </p>
        ${chosen.length ? list(findingsFirst(chosen).slice(0, rows), picked, pick) : empty('No sample is like that.')}
        ${chosen.length > rows ? html`<button @click=${more}>Show more</button>` : nothing}
      </div>
    </div>
    ${point ? details(order, report, point, found) : nothing} ${histogram(chosen)}
  </section>`;
}

function filters({ triggers }, { points }, params, by) {
  const filter = (label, name, values) =>
    select(label, params.get(name) ?? '', values, (value) => choose({ [name]: value }));
  return html`<div class="row">
    ${select('Colour', by, COLOURS, (colour) => choose({ by: colour }), null)}
    ${filter('Label', 'label', valuesOf(points, 'label'))} ${filter('Source', 'source', valuesOf(points, 'source'))}
    ${filter('Decision', 'decision', valuesOf(points, 'decision'))}
    ${triggers.length
      ? filter(
          'Trigger',
          'trigger',
          triggers.map((one) => one.id),
        )
      : nothing}
  </div>`;
}

function list(shown, picked, pick) {
  const name = (one) =>
    html`<button class="plain mono" aria-pressed=${one.sampleId === picked} @click=${() => pick(one.sampleId)}>
      ${short(one.sampleId)}
    </button>`;
  const columns = [
    ['sample', name],
    ['label', (one) => one.label],
    ['source', (one) => one.source ?? ''],
    ['judged', (one) => (one.decision ? badge(one.decision) : '')],
    ['odd', (one) => percent(one.oddness, 0)],
  ];
  return table('Samples, findings first', columns, shown, (one) => (one.sampleId === picked ? 'selected' : ''));
}

const details = (order, report, point, found) =>
  html`<div class="row">
      <h2>Sample</h2>
      ${found && point.decision
        ? html`<a href=${link('review', found.id, { at: point.sampleId })}>Review it</a>`
        : nothing}
    </div>
    <kenshin-sample
      compare
      .dataset=${order.dataset}
      .sample=${point.sampleId}
      .point=${point}
      .finding=${report.findings.find((one) => one.sampleId === point.sampleId)}
      .trigger=${report.triggers.find((one) => one.id === point.triggerId)}
    ></kenshin-sample>`;
