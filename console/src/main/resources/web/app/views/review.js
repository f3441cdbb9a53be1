import { html, nothing } from 'lit';
import { enc, find, get, post } from '../lib/api.js';
import { View, ask, attempt, badge, empty, notify, select, table } from '../lib/element.js';
import { count, counted, short, time } from '../lib/format.js';
import { live } from '../lib/live.js';
import { may } from '../lib/may.js';
import { choose, link, route } from '../lib/router.js';
import '../lib/sample.js';

const KEYS = [
  ['j', 'next sample'],
  ['k', 'sample before'],
  ['n', 'next that waits for review'],
  ['x', 'choose or leave out'],
  ['q', 'quarantine what is chosen, or this sample'],
  ['r', 'release it'],
  ['d', 'beside its nearest neighbour'],
  ['u', 'undo the last decision'],
  ['?', 'these keys'],
];
const SHOWN = 500;

/** The samples of a case: look at each, decide about one or many, take it back. */
class Review extends View {
  static properties = { chosen: { state: true }, help: { state: true } };
  listensTo = ['remediation'];

  constructor() {
    super();
    this.chosen = new Set();
  }

  #key = (e) => this.key(e);
  #heard = (e) => this.heard(e.detail);

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.#key);
    live.addEventListener('remediation', this.#heard);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#key);
    live.removeEventListener('remediation', this.#heard);
  }

  async load() {
    const id = enc(this.part);
    const [of, members, decisions] = await Promise.all([
      get(`remediation/cases/${id}`),
      get(`remediation/cases/${id}/samples`),
      get(`remediation/cases/${id}/decisions`),
    ]);
    const [report, map] = this.data
      ? [this.data.report, this.data.map]
      : await Promise.all([
          find(`analysis/scans/${enc(of.scanId)}/report`),
          find(`analysis/scans/${enc(of.scanId)}/map`),
        ]);
    const findings = this.data?.findings ?? new Map((report?.findings ?? []).map((one) => [one.sampleId, one]));
    const points = this.data?.points ?? new Map((map?.points ?? []).map((one) => [one.sampleId, one]));
    return { of, members, decisions, report, map, findings, points };
  }

  /** What somebody else decided is said, so that nobody wonders why a list has changed. */
  heard(event) {
    if (
      event.subject === this.part &&
      /samples\.(quarantined|released)/.test(event.type) &&
      event.data.reason !== this.own
    ) {
      notify(
        `${counted(event.data.sampleIds.length, 'sample')} ${event.data.sampleIds.length === 1 ? 'was' : 'were'} ${event.type.includes('released') ? 'released' : 'quarantined'}: ${event.data.reason}`,
      );
    }
  }

  list() {
    const { params } = route();
    const text = (params.get('text') ?? '').toLowerCase();
    return this.data.members.filter(
      (one) =>
        (!params.get('state') || one.state === params.get('state')) &&
        (!params.get('source') || (one.source ?? 'not named') === params.get('source')) &&
        (!text || `${one.sampleId} ${one.externalId ?? ''}`.toLowerCase().includes(text)),
    );
  }

  at(list) {
    const wanted = route().params.get('at');
    return Math.max(
      0,
      list.findIndex((one) => one.sampleId === wanted),
    );
  }

  key(e) {
    if (
      !this.data ||
      e.ctrlKey ||
      e.metaKey ||
      e.altKey ||
      (/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName) && e.target.type !== 'checkbox') ||
      document.querySelector('dialog[open]')
    ) {
      return;
    }
    const list = this.list();
    const at = this.at(list);
    const move = (to) => list[to] && choose({ at: list[to].sampleId });
    const act = {
      j: () => move(at + 1),
      k: () => move(at - 1),
      n: () =>
        move(
          [...list.keys()].find((i) => i > at && list[i].state === 'review') ??
            [...list.keys()].find((i) => list[i].state === 'review'),
        ),
      x: () => list[at] && this.toggle(list[at].sampleId),
      q: () => this.decide('quarantine'),
      r: () => this.decide('release'),
      d: () => choose({ beside: route().params.get('beside') ? '' : '1' }),
      u: () => this.undo(this.data.decisions.filter((one) => one.state !== 'undone').at(-1)),
      '?': () => (this.help = !this.help),
    }[e.key];
    if (act) {
      e.preventDefault();
      act();
    }
  }

  updated() {
    const now = this.querySelector('.pick li.now');
    if (now && now !== this.shown) {
      this.shown = now;
      now.scrollIntoView({ block: 'nearest' });
    }
  }

  toggle(id) {
    const next = new Set(this.chosen);
    if (!next.delete(id)) {
      next.add(id);
    }
    this.chosen = next;
  }

  async decide(what) {
    if (!may('reviewer')) {
      return;
    }
    const list = this.list();
    const one = list[this.at(list)];
    const chosen = this.chosen.size ? [...this.chosen] : one ? [one.sampleId] : [];
    if (!chosen.length) {
      return;
    }
    const verb = what === 'release' ? 'Release' : 'Quarantine';
    const reason = await ask(
      `${verb} ${chosen.length === 1 ? 'this sample' : counted(chosen.length, 'sample')}?`,
      what === 'release'
        ? 'They are trained on again, and the same evidence does not raise them again.'
        : 'They are not trained on until somebody releases them.',
      { reason: true, confirm: verb },
    );
    if (!reason) {
      return;
    }
    this.own = reason;
    const decision = await attempt(() =>
      post(`remediation/cases/${enc(this.part)}/${what}`, { samples: chosen, reason, revision: this.data.of.revision }),
    );
    if (decision) {
      this.chosen = new Set();
      notify(
        `${counted(chosen.length, 'sample')} ${decision.state === 'done' ? decision.action : `: ${decision.state}`}.`,
        { label: 'Undo', run: () => this.undo(decision) },
      );
    }
    await this.reload();
  }

  async undo(decision) {
    if (!may('reviewer')) {
      return;
    }
    if (!decision) {
      notify('There is no decision to undo.');
      return;
    }
    this.own = `decision ${decision.id} undone`;
    await attempt(
      () => post(`remediation/cases/${enc(this.part)}/decisions/${decision.id}/undo`),
      `Decision ${decision.id} is undone.`,
    );
    await this.reload();
  }

  body({ of, members, decisions, report, findings, points }) {
    const { params } = route();
    const list = this.list();
    const at = this.at(list);
    const now = list[at];
    const finding = now && findings.get(now.sampleId);
    const states = (state) => members.filter((one) => one.state === state).length;
    const beside = Boolean(params.get('beside'));
    return html`<h1>Review <a href=${link('case', of.id)}>${of.id}</a> ${badge(of.state)}</h1>
      <p class="muted">
        ${of.dataset} with ${of.model} v${of.version}: ${count(states('review'))} wait, ${count(states('quarantined'))}
        quarantined, ${count(states('released'))} released
      </p>
      <section class="card">
        <div class="row">
          ${select('State', params.get('state') ?? '', ['review', 'quarantined', 'released'], (state) =>
            choose({ state, at: '' }),
          )}
          ${select(
            'Source',
            params.get('source') ?? '',
            [...new Set(members.map((one) => one.source ?? 'not named'))].sort(),
            (source) => choose({ source, at: '' }),
          )}
          <label class="field"
            ><span>Id contains</span
            ><input .value=${params.get('text') ?? ''} @input=${(e) => choose({ text: e.target.value, at: '' })}
          /></label>
          <button @click=${() => (this.chosen = new Set(list.map((one) => one.sampleId)))}>
            Choose all ${count(list.length)}
          </button>
          <button ?disabled=${!this.chosen.size} @click=${() => (this.chosen = new Set())}>Choose none</button>
        </div>
        <div class="row">
          <button class="danger" data-needs="reviewer" @click=${() => this.decide('quarantine')}>Quarantine</button>
          <button data-needs="reviewer" @click=${() => this.decide('release')}>Release</button>
          <button aria-pressed=${beside} @click=${() => choose({ beside: beside ? '' : '1' })}>
            Beside its neighbour
          </button>
          <button aria-expanded=${Boolean(this.help)} @click=${() => (this.help = !this.help)}>Keys</button>
          <span role="status"
            >${this.chosen.size
              ? `${count(this.chosen.size)} chosen`
              : now
                ? `sample ${at + 1} of ${count(list.length)}`
                : ''}</span
          >
        </div>
        ${this.help
          ? html`<dl class="facts">
              ${KEYS.map(
                ([key, text]) =>
                  html`<dt><kbd>${key}</kbd></dt>
                    <dd>${text}</dd>`,
              )}
            </dl>`
          : nothing}
      </section>
      ${members.length
        ? html`<div class="review">
            <section class="card">
              <h2>Samples</h2>
              ${list.length
                ? html`<ul class="pick">
                      ${list.slice(0, SHOWN).map(
                        (one, i) =>
                          html`<li class=${i === at ? 'now' : ''}>
                            <input
                              type="checkbox"
                              aria-label=${`choose ${one.externalId ?? one.sampleId}`}
                              .checked=${this.chosen.has(one.sampleId)}
                              @change=${() => this.toggle(one.sampleId)}
                            />
                            <button
                              aria-current=${i === at ? 'true' : nothing}
                              @click=${() => choose({ at: one.sampleId })}
                            >
                              <span>${one.externalId ?? short(one.sampleId)}</span>${badge(one.state)}
                            </button>
                          </li>`,
                      )}
                    </ul>
                    ${list.length > SHOWN
                      ? html`<p class="muted">The first ${SHOWN} of ${count(list.length)}: filter to see others.</p>`
                      : nothing}`
                : empty('No sample is like that.')}
            </section>
            <section class="card">
              ${now
                ? html`<h2>${now.externalId ?? short(now.sampleId)} ${badge(now.state)}</h2>
                    ${now.reason ? html`<p>${now.reason}</p>` : nothing}
                    <kenshin-sample
                      .dataset=${of.dataset}
                      .sample=${now.sampleId}
                      .finding=${finding}
                      .point=${points.get(now.sampleId)}
                      ?compare=${beside}
                      .trigger=${report?.triggers.find((one) => one.id === finding?.triggerId)}
                    ></kenshin-sample>`
                : empty('Choose a sample.')}
            </section>
          </div>`
        : html`<section class="card">${empty('This case holds no samples.')}</section>`}
      <section class="card">
        <h2>Decisions</h2>
        ${decisions.length
          ? table(
              'The latest first',
              [
                ['when', (one) => time(one.happened)],
                ['who', (one) => one.actor],
                ['what', (one) => `${one.action} ${count(one.samples)}`],
                ['reason', (one) => one.reason],
                ['state', (one) => `${one.state}${one.approver ? `, agreed by ${one.approver}` : ''}`],
                [
                  'change',
                  (one) =>
                    html`<span class="chips" data-needs="reviewer"
                      >${one.state.startsWith('waiting')
                        ? html`<button
                            @click=${() =>
                              attempt(
                                () => post(`remediation/cases/${enc(this.part)}/decisions/${one.id}/approve`),
                                'Agreed.',
                              ).then(() => this.reload())}
                          >
                            agree
                          </button>`
                        : nothing}
                      ${one.state === 'undone'
                        ? nothing
                        : html`<button aria-label=${`undo decision ${one.id}`} @click=${() => this.undo(one)}>
                            undo
                          </button>`}</span
                    >`,
                ],
              ],
              [...decisions].reverse(),
            )
          : empty('Nobody has decided anything yet.')}
      </section>`;
  }
}
customElements.define('kenshin-review', Review);
