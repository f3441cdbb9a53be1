import { html, nothing } from 'lit';
import { enc, find, get } from '../../lib/api.js';
import { download } from '../../lib/ask.js';
import { timeLeft } from '../../lib/eta.js';
import { count, decimals, duration, percent, short, time } from '../../lib/format.js';
import { badge, empty, mono, progress, table } from '../../lib/parts.js';
import { link, route } from '../../lib/router.js';
import { View } from '../../lib/view.js';
import { comparison } from './compare.js';
import { layers } from './layers.js';
import { power, reading } from './power.js';
import { ROWS, samples } from './samples.js';
import { triggerCard } from './trigger.js';

const PACE = 1000;
const MOST_FAILURES = 100;
const VERDICTS = { poisoned: 'Poisoned', suspicious: 'Suspicious', healthy: 'Healthy', failed: 'Failed' };

/** A scan: its verdict, its map, what it found and why. */
class Scan extends View {
  static properties = { rows: { state: true }, earlier: { state: true } };
  listensTo = ['scan', 'remediation'];
  #pace;

  constructor() {
    super();
    this.rows = ROWS;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pace);
  }

  async load() {
    const id = enc(this.part);
    const [order, step] = await Promise.all([get(`ingest/scans/${id}`), find(`analysis/scans/${id}`)]);
    const finished = step?.state === 'finished';
    if (!finished && order.state !== 'failed' && this.isConnected) {
      clearTimeout(this.#pace);
      this.#pace = setTimeout(() => this.reload(), PACE);
    }
    if (finished && this.data?.report) {
      return { ...this.data, order, step, found: await this.case() };
    }
    const [report, map, trend, found] = await Promise.all([
      finished ? find(`analysis/scans/${id}/report`) : null,
      finished ? find(`analysis/scans/${id}/map`) : null,
      get(`analysis/trends?dataset=${enc(order.dataset)}&model=${enc(order.model)}&limit=50`),
      this.case(),
    ]);
    return { order, step, report, map, trend, found };
  }

  /** A scan opens one case at most. */
  async case() {
    const cases = await get(`remediation/cases?scan=${enc(this.part)}`);
    return cases.find((one) => one.scanId === this.part) ?? null;
  }

  /** Reads the report of the scan that the address compares with, once. */
  async readOther(id) {
    if (this.other !== id) {
      this.other = id;
      this.earlier = null;
      const report = id ? await find(`analysis/scans/${enc(id)}/report`) : null;
      if (this.other === id) {
        this.earlier = report;
      }
    }
  }

  body({ order, step, report, map, trend, found }) {
    if (!report) {
      return html`${head(order)}
        <section class="card">
          ${order.state === 'failed' ? empty(order.detail ?? 'The scan failed.') : running(order, step)}
        </section>`;
    }
    const others = trend.filter((one) => one.scanId !== order.id);
    if (others.length) {
      this.readOther(route().params.get('with') ?? '');
    }
    return html`${head(order, report)} ${conclusion(order, report, found)}
    ${map
      ? samples({ order, report, map, found, rows: this.rows, more: () => (this.rows += ROWS) })
      : html`<section class="card">${empty('This scan has no map: it has too few samples.')}</section>`}
    ${report.triggers.map((one) => triggerCard(one, report.examples))} ${shortcuts(report.shortcuts)}
    ${power(report.power)} ${reading(report.reading)} ${layers(report.shapes)}
    ${comparison(report, others, this.earlier)} ${failures(report.failures)}`;
  }
}
customElements.define('kenshin-scan', Scan);

const head = (order, report) =>
  html`<h1>Scan ${order.id} ${badge(report?.verdict ?? order.state)}</h1>
    <p class="muted">
      ${order.dataset} with ${order.model} v${order.version}, ordered
      ${time(order.ordered)}${report ? `, took ${duration(report.seconds)}` : ''}
    </p>`;

function running(order, step) {
  const done = step?.done ?? 0;
  const note = `${count(done)} of ${count(step?.total ?? 0)}${timeLeft(order.id, step)}`;
  return progress(step?.stage ?? 'planning', done, step?.total ?? 1, note);
}

const conclusion = (order, report, found) =>
  html`<section class="card">
    <p><strong>${VERDICTS[report.verdict] ?? report.verdict}: ${report.reason}.</strong></p>
    <div class="row">
      <span
        >${count(report.samples.scored)} of ${count(report.samples.total)} samples scored,
        ${count(report.samples.failed)} failed</span
      >
      ${report.devices.map((one) => html`<span>${duration(one.seconds)} on ${one.device}</span>`)}
      ${found
        ? html`<a href=${link('case', found.id)}>Case ${found.id}</a> ${badge(found.state)}
            <a href=${link('review', found.id)}>Review its samples</a>`
        : nothing}
      <button @click=${() => download(`scan-${order.id}.json`, JSON.stringify(report, null, 2))}>Save report</button>
    </div>
  </section>`;

const SHORTCUT = [
  ['pattern', (one) => mono(one.text)],
  ['leads to', (one) => one.targetLabel],
  ['flips', (one) => percent(one.flipRate)],
  ['ordinary code flips', (one) => percent(one.naturalFlipRate)],
  ['AUC other label', (one) => decimals(one.otherAuc, 2)],
  ['carriers', (one) => count(one.carriers)],
];

const shortcuts = (patterns) =>
  patterns.length
    ? html`<section class="card">
        <h2>Patterns that the model leans on</h2>
        <p class="muted">
          Genuine patterns of the task: they turn samples too, but belong to their context. Nothing is quarantined for
          them; look at those that flip far more than ordinary code.
        </p>
        ${table('Natural patterns', SHORTCUT, patterns)}
      </section>`
    : nothing;

const FAILURE = [
  ['sample', (one) => html`<span class="mono">${short(one.sampleId)}</span>`],
  ['your id', (one) => one.externalId ?? ''],
  ['reason', (one) => one.reason],
];

const failures = (all) =>
  all.length
    ? html`<section class="card">
        ${table('Samples that could not be scored', FAILURE, all.slice(0, MOST_FAILURES))}
      </section>`
    : nothing;
