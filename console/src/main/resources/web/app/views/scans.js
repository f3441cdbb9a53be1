import { html, nothing } from 'lit';
import { get, post } from '../lib/api.js';
import { attempt } from '../lib/ask.js';
import { Filters, older } from '../lib/filters.js';
import { ago, count, duration, time } from '../lib/format.js';
import { badge, empty, pick, table } from '../lib/parts.js';
import { link } from '../lib/router.js';
import { View } from '../lib/view.js';

/** All scans, and ordering one. */
class Scans extends View {
  static properties = { ...View.properties, estimate: { state: true } };
  listensTo = ['scan'];
  filters = new Filters(this, { state: 'Verdict', model: 'Model', dataset: 'Data set' });

  async load() {
    const [scans, models, datasets] = await Promise.all([
      get(`ingest/scans?${this.filters.query}`),
      get('ingest/models'),
      get('ingest/datasets'),
    ]);
    return { scans, models, datasets };
  }

  order(form) {
    const of = (name) => form.elements[name].value || null;
    return {
      dataset: of('dataset'),
      model: of('model'),
      version: of('version') ? Number(of('version')) : null,
      sample: of('sample'),
    };
  }

  async guess(e) {
    const order = this.order(e.currentTarget);
    this.estimate = order.dataset && order.model ? await attempt(() => post('ingest/scans/estimate', order)) : null;
  }

  async submit(e) {
    e.preventDefault();
    const scan = await attempt(() => post('ingest/scans', this.order(e.target)), 'The scan is ordered.');
    if (scan) {
      location.hash = link('scan', scan.id);
    }
  }

  body({ scans, models, datasets }) {
    return html`<h1>Scans</h1>
      <section class="card" data-needs="operator">
        <h2>New scan</h2>
        <form class="row" @submit=${(e) => this.submit(e)} @change=${(e) => this.guess(e)}>
          ${pick('Data set', 'dataset', datasets)} ${pick('Model', 'model', models)}
          <label class="field">
            <span>Version (empty: in production)</span>
            <input name="version" type="number" min="1" />
          </label>
          <label class="field">
            <span>Sample (empty: all)</span>
            <input name="sample" placeholder="1000 or 10%" />
          </label>
          <button class="primary">Scan</button>
        </form>
        ${this.estimate
          ? html`<p class="muted" role="status">
              ${count(this.estimate.samples)} samples;
              ${this.estimate.seconds == null
                ? 'no scan with this model yet to estimate the time from'
                : `about ${duration(this.estimate.seconds)}, from the last ${this.estimate.scans} scans`}
            </p>`
          : nothing}
      </section>
      <section class="card">
        <div class="row">${this.filters.choices(scans)}</div>
        ${scans.length
          ? table(
              `the latest ${count(scans.length)} scans`,
              [
                ['scan', (scan) => html`<a href=${link('scan', scan.id)}>${scan.id}</a>`],
                ['verdict', (scan) => badge(scan.state)],
                ['ordered', (scan) => html`<span title=${time(scan.ordered)}>${ago(scan.ordered)} </span>`],
                ['data set', (scan) => scan.dataset],
                ['model', (scan) => `${scan.model} v${scan.version}`],
                ['samples', (scan) => count(scan.samples)],
                ['took', (scan) => duration(scan.seconds)],
                ['why', (scan) => scan.detail ?? ''],
              ],
              scans,
            )
          : empty(this.filters.chosen.length ? 'No scan is like that.' : 'No scan yet.')}
        ${older(this, scans)}
      </section>`;
  }
}
customElements.define('kenshin-scans', Scans);
