import { html, nothing } from 'lit';
import { enc, find, get } from '../../lib/api.js';
import { busy, waits } from '../../lib/course.js';
import { timeLeft } from '../../lib/eta.js';
import { ago, count, duration, time } from '../../lib/format.js';
import { badge, empty, progress, table } from '../../lib/parts.js';
import { link } from '../../lib/router.js';
import { View } from '../../lib/view.js';
import { trend } from './trend.js';

const PACE = 1000;
const VERDICTS = ['healthy', 'suspicious', 'poisoned', 'failed'];

/** How a model is, in a word: what is done about it, else what its last scan said. */
export function health(name, { cases, scans }) {
  const own = cases.filter((one) => one.model === name);
  if (own.some(busy)) {
    return 'healing';
  }
  if (own.some((one) => one.state === 'approval')) {
    return 'approval';
  }
  return scans.find((scan) => scan.model === name && VERDICTS.includes(scan.state))?.state ?? 'not checked';
}

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

  model(model, data) {
    const last = data.scans.find((scan) => scan.model === model.name && scan.seconds != null);
    const next = data.schedules
      .filter((one) => one.model === model.name && !one.paused)
      .map((one) => one.nextRun)
      .sort()[0];
    const waiting = data.cases.filter((one) => one.model === model.name && waits(one));
    const at = data.pairs.findIndex((pair) => pair.model === model.name);
    return html`<article class="card">
      <h2>${model.name} ${badge(health(model.name, data))}</h2>
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
            ${data.running.map((scan, i) => running(scan, data.steps[i]))}
          </section>`
        : nothing}
      <div class="grid">${data.models.map((model) => this.model(model, data))}</div>
      ${data.models.length ? nothing : empty('No model yet.', html`<a href="#/start">Import one</a>`)}
      <section class="card">
        <h2>Fleet</h2>
        <div class="row">
          ${data.fleet.services.map(service)}
          <span>broker ${badge(data.fleet.broker ? 'ready' : 'down')}</span>
        </div>
        ${table('Records still to be read, by consumer group', GROUP, data.fleet.lag.filter(ofServices))}
      </section>`;
  }
}
customElements.define('kenshin-overview', Overview);

const GROUP = [
  ['group', (one) => one.group],
  ['records', (one) => count(one.lag)],
];
const ofServices = ({ group }) => !group.startsWith('console-');

const service = (one) =>
  html`<span>
    ${one.service} ${badge(one.state)}
    ${one.failing.length ? html`<span class="muted">${one.failing.join(', ')}</span>` : nothing}
  </span>`;

function running(scan, step) {
  const done = step?.done ?? 0;
  const seconds = (Date.now() - new Date(scan.ordered)) / 1000;
  return html`<div>
    ${progress(
      html`<a href=${link('scan', scan.id)}>${scan.dataset} with ${scan.model}</a>: ${step?.stage ?? 'planning'}`,
      done,
      step?.total ?? 1,
      `${count(done)} of ${count(step?.total ?? 0)} · ${duration(seconds)} so far${timeLeft(scan.id, step)}`,
    )}
  </div>`;
}
