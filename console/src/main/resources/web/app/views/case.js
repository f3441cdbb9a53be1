import { html, nothing } from 'lit';
import { enc, find, get, post } from '../lib/api.js';
import { View, ask, attempt, badge, download, progress, table } from '../lib/element.js';
import { count, decimals, percent, time } from '../lib/format.js';
import { link } from '../lib/router.js';

const PACE = 1500;
const BUSY = ['healing', 'verifying'];
const STEPS = [
  ['detected', []],
  ['quarantined', ['quarantined', 'review']],
  ['healing', ['healing', 'heal-failed']],
  ['verified', ['verifying', 'approval', 'rejected']],
  ['promoted', ['promoted', 'rolled-back']],
];
const MAY = {
  quarantined: ['heal', 'dismiss'],
  review: ['heal', 'dismiss'],
  healing: ['cancel'],
  verifying: [],
  approval: ['promote', 'reject'],
  'heal-failed': ['heal', 'dismiss'],
  promoted: ['rollback'],
  rejected: ['heal', 'promote', 'dismiss'],
  'rolled-back': ['heal', 'promote', 'dismiss'],
  dismissed: ['reopen'],
};
const ACTIONS = {
  heal: [
    'Heal',
    'A job trains a healed version on what is not quarantined; it is verified before anything changes.',
    'operator',
  ],
  cancel: ['Cancel the job', 'The job ends; the case can be healed again.', 'operator'],
  promote: ['Promote', 'The healed version goes into production.', 'reviewer'],
  reject: ['Reject', 'The healed version is not used; its figures are kept.', 'reviewer'],
  rollback: ['Roll back', 'The version before goes into production again.', 'operator'],
  dismiss: [
    'Dismiss',
    'All samples of the case are released, and the same evidence does not raise them again.',
    'reviewer',
  ],
  reopen: ['Open again', 'The case is looked at again; its samples stay released.', 'reviewer'],
};
const REASONED = ['reject', 'dismiss'];

/** A case from detection to promotion. */
class Case extends View {
  static properties = { strategy: { state: true } };
  listensTo = ['remediation', 'training', 'scan'];
  #pace;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pace);
  }

  async load() {
    const id = enc(this.part);
    const [one, members] = await Promise.all([get(`remediation/cases/${id}`), get(`remediation/cases/${id}/samples`)]);
    const busy = BUSY.includes(one.state);
    const [log, rescan] = await Promise.all([
      one.strategy ? find(`remediation/cases/${id}/log?lines=200`) : null,
      one.state === 'verifying' && one.rescanId ? find(`analysis/scans/${enc(one.rescanId)}`) : null,
    ]);
    clearTimeout(this.#pace);
    if (busy && this.isConnected) {
      this.#pace = setTimeout(() => this.reload(), PACE);
    }
    return { one, members, log, rescan };
  }

  async act(name) {
    const [title, text] = ACTIONS[name];
    const reasoned = REASONED.includes(name);
    const answer = await ask(`${title}?`, text, { reason: reasoned, confirm: title });
    if (!answer) {
      return;
    }
    const body = reasoned
      ? { reason: answer, ...(name === 'dismiss' ? { revision: this.data.one.revision } : {}) }
      : name === 'heal' && this.strategy
        ? { strategy: this.strategy }
        : {};
    await attempt(
      () => post(`remediation/cases/${enc(this.part)}/${name}`, body),
      (now) => `The case is ${now.state}.`,
    );
    await this.reload();
  }

  async evidence() {
    const document = await attempt(() => get(`remediation/cases/${enc(this.part)}/evidence`));
    if (document) {
      download(`evidence-${this.part}.json`, JSON.stringify(document, null, 2));
    }
  }

  body({ one, members, log, rescan }) {
    const may = MAY[one.state] ?? [];
    const at = STEPS.findIndex(([, states]) => states.includes(one.state));
    const states = (state) => members.filter((member) => member.state === state).length;
    return html`<h1>Case ${one.id} ${badge(one.state)}</h1>
      <p class="muted">
        ${one.dataset} with ${one.model} v${one.version}, found by
        <a href=${link('scan', one.scanId)}>scan ${one.scanId}</a>
      </p>
      <ol class="steps" aria-label="How far the case is">
        ${STEPS.map(
          ([name], i) =>
            html`<li
              class=${i < at || (i === at && one.state === 'promoted') ? 'done' : i === at ? 'now' : ''}
              aria-current=${i === at ? 'step' : nothing}
            >
              ${i < at || (i === at && one.state === 'promoted') ? '✓ ' : ''}${name}
            </li>`,
        )}
      </ol>
      <section class="card">
        <p><strong>${one.detail}</strong></p>
        <p>
          ${count(members.length)} samples: ${count(states('quarantined'))} quarantined, ${count(states('review'))} wait
          for review, ${count(states('released'))} released. <a href=${link('review', one.id)}>Review them</a>
        </p>
        <div class="row">
          ${may.includes('heal')
            ? html`<label class="field" data-needs="operator"
                ><span>Strategy</span
                ><select @change=${(e) => (this.strategy = e.target.value)}>
                  <option value="">as the policy says</option>
                  <option>clean</option>
                  <option>inoculate</option>
                  <option>unlearn</option>
                </select></label
              >`
            : nothing}
          ${may.map(
            (name) =>
              html`<button
                data-needs=${ACTIONS[name][2]}
                class=${name === 'rollback' || name === 'reject'
                  ? 'danger'
                  : name === 'heal' || name === 'promote'
                    ? 'primary'
                    : ''}
                @click=${() => this.act(name)}
              >
                ${ACTIONS[name][0]}
              </button>`,
          )}
          ${one.state === 'promoted' ? html`<button @click=${() => this.evidence()}>Save evidence</button>` : nothing}
        </div>
        ${BUSY.includes(one.state) ? this.job(one, rescan) : nothing}
      </section>
      ${Object.keys(one.figures).length ? this.figures(one) : nothing}
      <section class="card">
        <h2>Triggers</h2>
        ${table(
          'Triggers of this case',
          [
            ['trigger', (t) => html`<code class="mono">${t.text}</code>`],
            ['leads to', (t) => t.targetLabel],
            ['flips', (t) => percent(t.flipRate)],
            ['ordinary code flips', (t) => percent(t.naturalFlipRate)],
            ['carriers', (t) => count(t.carriers)],
            ['proof', (t) => (t.confirmed ? 'proven' : 'unproven')],
          ],
          one.triggers,
        )}
      </section>
      <section class="card">
        <h2>What happened</h2>
        <ol class="timeline">
          ${one.history.map(
            (step) =>
              html`<li>
                ${badge(step.state)} ${step.detail}
                <div class="muted">${time(step.happened)} · ${step.actor}</div>
              </li>`,
          )}
        </ol>
      </section>
      ${log?.length
        ? html`<section class="card">
            <h2>Log of the job</h2>
            <pre class="code log" tabindex="0" role="log" aria-label="log of the job"><code>${log.join(
              '\n',
            )}</code></pre>
          </section>`
        : nothing}`;
  }

  job(one, rescan) {
    if (one.state === 'verifying') {
      return progress(
        `verifying: fresh scan, ${rescan?.stage ?? 'planning'}`,
        rescan?.done ?? 0,
        rescan?.total ?? 1,
        `${count(rescan?.done ?? 0)} of ${count(rescan?.total ?? 0)}`,
      );
    }
    const job = one.job;
    return progress(
      !job ? 'starting the job' : job.epoch === 0 ? 'frozen layers' : `epoch ${job.epoch} of ${job.epochs}`,
      job?.done ?? 0,
      job?.total ?? 1,
      job?.epoch ? `accuracy ${percent(job.accuracy)}, loss ${decimals(job.loss)}` : '',
    );
  }

  figures(one) {
    const of = (name) => one.figures[name];
    const range = (name, digits = 1) =>
      of(`${name}.low`) == null
        ? '–'
        : `${percent(of(`${name}.low`), digits)} to ${percent(of(`${name}.high`), digits)}`;
    const attacks = one.triggers
      .filter((t) => of(`attackSuccess.${t.id}.after`) != null)
      .map((t) => ({
        name: `attack success, trigger ${t.id}`,
        before: of(`attackSuccess.${t.id}.before`),
        after: of(`attackSuccess.${t.id}.after`),
        natural: of(`attackSuccess.${t.id}.natural`),
        interval: `beyond natural: ${range(`attackSuccess.${t.id}.beyondNatural`)}`,
      }));
    const recalls = Object.keys(one.figures)
      .filter((name) => /^recall\..*\.after$/.test(name))
      .map((name) => ({
        name: `recall of ${name.slice(7, -6)}`,
        before: of(name.replace(/after$/, 'before')),
        after: of(name),
        interval: '–',
      }));
    const rows = [
      ...attacks,
      {
        name: 'clean accuracy',
        before: of('cleanAccuracy.before'),
        after: of('cleanAccuracy.after'),
        interval: `change: ${range('cleanAccuracy.change')}`,
      },
      ...recalls,
    ];
    return html`<section class="card">
      <h2>Before and after</h2>
      ${table(
        'Measured on the test split, with 95 % intervals',
        [
          ['measure', (row) => row.name],
          ['before', (row) => percent(row.before)],
          ['after', (row) => html`<strong>${percent(row.after)}</strong>`],
          ['base model (natural)', (row) => percent(row.natural)],
          ['interval', (row) => row.interval],
        ],
        rows,
      )}
    </section>`;
  }
}
customElements.define('kenshin-case', Case);
