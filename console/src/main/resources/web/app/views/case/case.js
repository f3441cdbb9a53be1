import { html, nothing } from 'lit';
import { enc, find, get, post } from '../../lib/api.js';
import { ask, attempt, download } from '../../lib/ask.js';
import { busy, steps } from '../../lib/course.js';
import { count, decimals, percent, time } from '../../lib/format.js';
import { strategies } from '../../lib/policy.js';
import { badge, mono, progress, table } from '../../lib/parts.js';
import { link } from '../../lib/router.js';
import { View } from '../../lib/view.js';
import { ACTIONS, actions, request } from './actions.js';
import { figures } from './figures.js';

const PACE = 1500;
const TRIGGER = [
  ['trigger', (one) => mono(one.text)],
  ['leads to', (one) => one.targetLabel],
  ['flips', (one) => percent(one.flipRate)],
  ['ordinary code flips', (one) => percent(one.naturalFlipRate)],
  ['carriers', (one) => count(one.carriers)],
  ['proof', (one) => (one.confirmed ? 'proven' : 'unproven')],
];

/** A case from detection to promotion. */
class Case extends View {
  static properties = { strategy: { state: true } };
  listensTo = ['remediation', 'training', 'scan'];
  #pace;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pace);
  }

  get path() {
    return `remediation/cases/${enc(this.part)}`;
  }

  async load() {
    const [one, members, ways] = await Promise.all([get(this.path), get(`${this.path}/samples`), strategies()]);
    const [log, rescan] = await Promise.all([
      one.strategy ? find(`${this.path}/log?lines=200`) : null,
      one.state === 'verifying' && one.rescanId ? find(`analysis/scans/${enc(one.rescanId)}`) : null,
    ]);
    clearTimeout(this.#pace);
    if (busy(one) && this.isConnected) {
      this.#pace = setTimeout(() => this.reload(), PACE);
    }
    return { one, members, ways, log, rescan };
  }

  async act(name) {
    const { title, text, reasoned = false } = ACTIONS[name];
    const reason = await ask(`${title}?`, text, { reason: reasoned, confirm: title });
    if (!reason) {
      return;
    }
    const body = request(name, { reason, revision: this.data.one.revision, strategy: this.strategy });
    await attempt(
      () => post(`${this.path}/${name}`, body),
      (now) => `The case is ${now.state}.`,
    );
    await this.reload();
  }

  async evidence() {
    const evidence = await attempt(() => get(`${this.path}/evidence`));
    if (evidence) {
      download(`evidence-${this.part}.json`, JSON.stringify(evidence, null, 2));
    }
  }

  body({ one, members, ways, log, rescan }) {
    const states = (state) => count(members.filter((member) => member.state === state).length);
    const handlers = { act: (name) => this.act(name), choose: (strategy) => (this.strategy = strategy) };
    return html`<h1>Case ${one.id} ${badge(one.state)}</h1>
      <p class="muted">
        ${one.dataset} with ${one.model} v${one.version}, found by
        <a href=${link('scan', one.scanId)}>scan ${one.scanId}</a>
      </p>
      <ol class="steps" aria-label="How far the case is">
        ${steps(one).map(step)}
      </ol>
      <section class="card">
        <p><strong>${one.detail}</strong></p>
        <p>
          ${count(members.length)} samples: ${states('quarantined')} quarantined, ${states('review')} wait for review,
          ${states('released')} released. <a href=${link('review', one.id)}>Review them</a>
        </p>
        <div class="row">
          ${actions(one, ways, handlers)}
          ${one.state === 'promoted' ? html`<button @click=${() => this.evidence()}>Save evidence</button>` : nothing}
        </div>
        ${busy(one) ? job(one, rescan) : nothing}
      </section>
      ${figures(one)}
      <section class="card">
        <h2>Triggers</h2>
        ${table('Triggers of this case', TRIGGER, one.triggers)}
      </section>
      <section class="card">
        <h2>What happened</h2>
        <ol class="timeline">
          ${one.history.map(event)}
        </ol>
      </section>
      ${log?.length ? tail(log.join('\n')) : nothing}`;
  }
}
customElements.define('kenshin-case', Case);

const step = ({ name, done, current }) =>
  html`<li class=${done ? 'done' : current ? 'now' : ''} aria-current=${current ? 'step' : nothing}>
    ${done ? '✓ ' : ''}${name}
  </li>`;

const event = ({ state, detail, happened, actor }) =>
  html`<li>
    ${badge(state)} ${detail}
    <div class="muted">${time(happened)} · ${actor}</div>
  </li>`;

const tail = (log) =>
  html`<section class="card">
    <h2>Log of the job</h2>
    <pre class="code log" tabindex="0" role="log" aria-label="log of the job"><code>${log}</code></pre>
  </section>`;

function job({ state, job }, rescan) {
  if (state === 'verifying') {
    const done = rescan?.done ?? 0;
    const note = `${count(done)} of ${count(rescan?.total ?? 0)}`;
    return progress(`verifying: fresh scan, ${rescan?.stage ?? 'planning'}`, done, rescan?.total ?? 1, note);
  }
  const label = !job ? 'starting the job' : job.epoch === 0 ? 'frozen layers' : `epoch ${job.epoch} of ${job.epochs}`;
  const note = job?.epoch ? `accuracy ${percent(job.accuracy)}, loss ${decimals(job.loss)}` : '';
  return progress(label, job?.done ?? 0, job?.total ?? 1, note);
}
