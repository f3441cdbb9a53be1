import { html, nothing, svg } from 'lit';
import { enc, find, get } from '../lib/api.js';
import { View, badge, empty, progress, table } from '../lib/element.js';
import { ago, count, counted, decimals, duration, time } from '../lib/format.js';
import { link } from '../lib/router.js';
import { timeLeft } from '../lib/eta.js';

const OPEN = ['healing', 'verifying'];
const PACE = 1000;

/** How the models are, what runs, and how the fleet itself is. */
class Overview extends View {
  listensTo = ['remediation', 'scan', 'training'];
  #pace;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pace);
  }

  async load() {
    const [models, datasets, scans, cases, schedules, fleet] = await Promise.all([
      get('ingest/models'),
      get('ingest/datasets'),
      get('ingest/scans'),
      get('remediation/cases'),
      get('ingest/schedules'),
      get('console/fleet'),
    ]);
    const pairs = [...new Map(scans.map((scan) => [`${scan.dataset}\n${scan.model}`, scan])).values()].slice(0, 12);
    const trends = await Promise.all(
      pairs.map((pair) => get(`analysis/trends?dataset=${enc(pair.dataset)}&model=${enc(pair.model)}&limit=30`)),
    );
    const running = scans.filter((scan) => scan.state === 'ordered' || scan.state === 'planned');
    const steps = await Promise.all(running.map((scan) => find(`analysis/scans/${enc(scan.id)}`)));
    clearTimeout(this.#pace);
    if (this.isConnected) {
      this.#pace = setTimeout(() => this.reload(), running.length ? PACE : 10 * PACE);
    }
    return { models, datasets, scans, cases, schedules, fleet, pairs, trends, running, steps };
  }

  health(model, { cases, scans }) {
    const open = cases.find((one) => one.model === model.name && OPEN.includes(one.state));
    if (open) {
      return 'healing';
    }
    const waiting = cases.find((one) => one.model === model.name && one.state === 'approval');
    const last = scans.find(
      (scan) => scan.model === model.name && ['healthy', 'suspicious', 'poisoned', 'failed'].includes(scan.state),
    );
    return waiting ? 'approval' : (last?.state ?? 'not checked');
  }

  model(model, data) {
    const last = data.scans.find((scan) => scan.model === model.name && scan.seconds != null);
    const next = data.schedules
      .filter((one) => one.model === model.name && !one.paused)
      .map((one) => one.nextRun)
      .sort()[0];
    const waiting = data.cases.filter(
      (one) =>
        one.model === model.name &&
        ['review', 'approval', 'quarantined', 'rejected', 'heal-failed'].includes(one.state),
    );
    const at = data.pairs.findIndex((pair) => pair.model === model.name);
    return html`<article class="card">
      <h2>${model.name} ${badge(this.health(model, data))}</h2>
      <dl class="facts">
        <dt>in production</dt>
        <dd>version ${model.aliases.production ?? '–'} of ${model.versions.length}</dd>
        <dt>last check</dt>
        <dd>
          ${last
            ? html`<a href=${link('scan', last.id)} title=${time(last.ordered)}>${ago(last.ordered)}</a>`
            : 'never'}
        </dd>
        <dt>next check</dt>
        <dd>
          ${next ? html`<span title=${time(next)}>${ago(next)}</span>` : html`<a href="#/schedules">not scheduled</a>`}
        </dd>
        ${waiting.length
          ? html`<dt>waits for you</dt>
              <dd>
                ${waiting.map((one) => html`<a href=${link('case', one.id)}>${one.id}</a> ${badge(one.state)} `)}
              </dd>`
          : nothing}
      </dl>
      ${at >= 0 && data.trends[at].length ? trend(data.trends[at]) : nothing}
    </article>`;
  }

  body(data) {
    if (!data.models.length && !data.datasets.length) {
      location.replace('#/start');
      return nothing;
    }
    return html`<h1>Overview</h1>
      ${data.running.length
        ? html`<section class="card">
            <h2>Running scans</h2>
            ${data.running.map((scan, i) => this.run(scan, data.steps[i]))}
          </section>`
        : nothing}
      <div class="grid">${data.models.map((model) => this.model(model, data))}</div>
      ${data.models.length ? nothing : empty('No model yet.', html`<a href="#/start">Import one</a>`)}
      <section class="card">
        <h2>Fleet</h2>
        <div class="row">
          ${data.fleet.services.map(
            (one) =>
              html`<span
                >${one.service} ${badge(one.state)}
                ${one.failing.length ? html`<span class="muted">${one.failing.join(', ')}</span>` : nothing}</span
              >`,
          )} <span>broker ${badge(data.fleet.broker ? 'ready' : 'down')}</span>
        </div>
        ${table(
          'Records still to be read, by consumer group',
          [
            ['group', (one) => one.group],
            ['records', (one) => count(one.lag)],
          ],
          data.fleet.lag.filter((one) => !one.group.startsWith('console-')),
        )}
      </section>`;
  }

  run(scan, step) {
    return html`<div>
      ${progress(
        html`<a href=${link('scan', scan.id)}>${scan.dataset} with ${scan.model}</a>: ${step?.stage ?? 'planning'}`,
        step?.done ?? 0,
        step?.total ?? 1,
        html`${count(step?.done ?? 0)} of ${count(step?.total ?? 0)} ·
        ${duration((Date.now() - new Date(scan.ordered)) / 1000)} so far${timeLeft(scan.id, step)}`,
      )}
    </div>`;
  }
}
customElements.define('kenshin-overview', Overview);

const TONE = { poisoned: 'bad', suspicious: 'warn', healthy: 'good', failed: 'bad' };

/** Distance of the furthest label to the last healthy scan, and the verdict of each scan. */
function trend(points) {
  const far = points.map((point) => Math.max(0, ...point.labels.map((label) => label.energyDistance ?? 0)));
  const top = Math.max(1e-9, ...far);
  const x = (i) => 6 + (i * 288) / Math.max(1, points.length - 1);
  const y = (i) => 46 - (far[i] / top) * 36;
  const text = points
    .map((point, i) => `${time(point.finished)}: ${point.verdict}, distance ${decimals(far[i])}`)
    .join('; ');
  return html`<figure class="trend">
    <svg class="spark" viewBox="0 0 300 56" preserveAspectRatio="none" role="img" aria-label=${`Trend. ${text}`}>
      <path d=${points.map((_, i) => `${i ? 'L' : 'M'}${x(i)},${y(i)}`).join('')}></path>
      ${points.map(
        (point, i) =>
          svg`<circle class=${TONE[point.verdict] ?? ''} cx=${x(i)} cy=${y(i)} r="4"><title>${time(point.finished)}: ${point.verdict}, distance ${decimals(far[i])}</title></circle>`,
      )}
    </svg>
    <figcaption>
      ${Math.max(0, ...far) > 0
        ? `distance to the last healthy scan (up to ${decimals(top)}), `
        : 'no healthy scan before to measure a distance to; '}${counted(points.length, 'scan')},
      coloured by verdict
    </figcaption>
  </figure>`;
}
