import { html, nothing } from 'lit';
import { enc, find, get, post } from '../../lib/api.js';
import { ask, attempt, notify } from '../../lib/ask.js';
import { count, counted, short } from '../../lib/format.js';
import { live } from '../../lib/live.js';
import { may } from '../../lib/may.js';
import { badge, empty } from '../../lib/parts.js';
import { link, route } from '../../lib/router.js';
import '../../lib/sample.js';
import { View } from '../../lib/view.js';
import { decisionTable, standing, undone } from './decisions.js';
import { press } from './keys.js';
import { filtered, inState, placeOf } from './members.js';
import { picker } from './picker.js';
import { tools } from './tools.js';

const VERBS = {
  release: ['Release', 'They are trained on again, and the same evidence does not raise them again.'],
  quarantine: ['Quarantine', 'They are not trained on until somebody releases them.'],
};
const byId = (entries) => new Map((entries ?? []).map((one) => [one.sampleId, one]));

/** What the scan found; it never changes. */
async function readScan(id) {
  const [report, map] = await Promise.all([find(`analysis/scans/${id}/report`), find(`analysis/scans/${id}/map`)]);
  return { report, findings: byId(report?.findings), points: byId(map?.points) };
}

/** The samples of a case: look at each, decide about one or many, take it back. */
class Review extends View {
  static properties = { chosen: { state: true }, help: { state: true } };
  listensTo = ['remediation'];

  constructor() {
    super();
    this.chosen = new Set();
  }

  #key = (e) => this.data && press(e, this);
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

  get path() {
    return `remediation/cases/${enc(this.part)}`;
  }

  async load() {
    const [of, members, decisions] = await Promise.all([
      get(this.path),
      get(`${this.path}/samples`),
      get(`${this.path}/decisions`),
    ]);
    const { report, findings, points } = this.data ?? (await readScan(enc(of.scanId)));
    return { of, members, decisions, report, findings, points };
  }

  /** What somebody else decided is said, so that nobody wonders why a list has changed. */
  heard({ subject, type, data }) {
    const what = /samples\.(quarantined|released)/.exec(type)?.[1];
    if (subject === this.part && what && data.reason !== this.own) {
      const many = data.sampleIds.length;
      notify(`${counted(many, 'sample')} ${many === 1 ? 'was' : 'were'} ${what}: ${data.reason}`);
    }
  }

  /** The samples that are left, where among them the reader is, and the one that is there. */
  place() {
    const { params } = route();
    const list = filtered(this.data.members, params);
    const at = placeOf(list, params.get('at'));
    return { list, at, now: list[at] };
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

  explain() {
    this.help = !this.help;
  }

  async decide(what) {
    const { now } = this.place();
    const samples = this.chosen.size ? [...this.chosen] : now ? [now.sampleId] : [];
    if (!may('reviewer') || !samples.length) {
      return;
    }
    const [verb, meaning] = VERBS[what];
    const of = samples.length === 1 ? 'this sample' : counted(samples.length, 'sample');
    const reason = await ask(`${verb} ${of}?`, meaning, { reason: true, confirm: verb });
    if (!reason) {
      return;
    }
    this.own = reason;
    const { revision } = this.data.of;
    const decision = await attempt(() => post(`${this.path}/${what}`, { samples, reason, revision }));
    if (decision) {
      this.chosen = new Set();
      const outcome = decision.state === 'done' ? decision.action : `: ${standing(decision)}`;
      notify(`${counted(samples.length, 'sample')} ${outcome}.`, { label: 'Undo', run: () => this.undo(decision) });
    }
    await this.reload();
  }

  undoLast() {
    return this.undo(this.data.decisions.filter((one) => !undone(one)).at(-1));
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
    await attempt(() => post(`${this.path}/decisions/${decision.id}/undo`), `Decision ${decision.id} is undone.`);
    await this.reload();
  }

  async agree(decision) {
    await attempt(() => post(`${this.path}/decisions/${decision.id}/approve`), 'Agreed.');
    await this.reload();
  }

  body({ of, members, decisions }) {
    const place = this.place();
    const states = (state) => count(inState(members, state));
    return html`<h1>Review <a href=${link('case', of.id)}>${of.id}</a> ${badge(of.state)}</h1>
      <p class="muted">
        ${of.dataset} with ${of.model} v${of.version}: ${states('review')} wait, ${states('quarantined')} quarantined,
        ${states('released')} released
      </p>
      ${tools(this, place)}
      ${members.length
        ? html`<div class="review">
            ${picker(this, place)}
            <section class="card">${place.now ? this.sample(place.now) : empty('Choose a sample.')}</section>
          </div>`
        : html`<section class="card">${empty('This case holds no samples.')}</section>`}
      ${decisionTable(decisions, { agree: (one) => this.agree(one), undo: (one) => this.undo(one) })}`;
  }

  sample(now) {
    const { of, report, findings, points } = this.data;
    const finding = findings.get(now.sampleId);
    return html`<h2>${now.externalId ?? short(now.sampleId)} ${badge(now.state)}</h2>
      ${now.reason ? html`<p>${now.reason}</p>` : nothing}
      <kenshin-sample
        .dataset=${of.dataset}
        .sample=${now.sampleId}
        .finding=${finding}
        .point=${points.get(now.sampleId)}
        ?compare=${Boolean(route().params.get('beside'))}
        .trigger=${report?.triggers.find((one) => one.id === finding?.triggerId)}
      ></kenshin-sample>`;
  }
}
customElements.define('kenshin-review', Review);
