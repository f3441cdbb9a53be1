// What every view is made of: loading, empty and error states, small parts that are everywhere the same.
import { LitElement, html, nothing } from 'lit';
import { live } from './live.js';
import { TONES } from './format.js';
import { choose, route } from './router.js';

const RETRY = 2000;
const QUIET = 150;

/**
 * A view that reads something and shows it. It reads again when an event of `listensTo` comes or the connection is
 * back, and every two seconds while a service does not answer; meanwhile it shows what it knows, and says so.
 */
export class View extends LitElement {
  static properties = { part: {}, data: { state: true }, fault: { state: true } };

  listensTo = [];
  #again = (e) => this.later(e);
  #params = () => this.requestUpdate();
  #timer;
  // An answer that a later one has overtaken is not shown.
  #turn = 0;

  // One style sheet for the whole page: there is nothing to shield views from.
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listensTo.forEach((kind) => live.addEventListener(kind, this.#again));
    live.addEventListener('state', this.#again);
    window.addEventListener('kenshin-params', this.#params);
    this.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.listensTo.forEach((kind) => live.removeEventListener(kind, this.#again));
    live.removeEventListener('state', this.#again);
    window.removeEventListener('kenshin-params', this.#params);
    clearTimeout(this.#timer);
  }

  /** Several events at once are one reason to read. */
  later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.reload(), QUIET);
  }

  async reload() {
    const turn = ++this.#turn;
    try {
      const data = await this.load();
      if (turn === this.#turn) {
        this.data = data;
        this.fault = null;
      }
    } catch (e) {
      if (turn !== this.#turn) {
        return;
      }
      this.fault = e;
      if ((e.status === 0 || e.status >= 500) && this.isConnected) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.reload(), RETRY);
      }
    }
  }

  render() {
    const fault = this.fault
      ? html`<div class="fault" role="alert">
          <strong>${this.fault.status === 404 ? 'Not found.' : 'Something is wrong.'}</strong>
          <span>${this.fault.message}</span>
          ${this.data ? html`<span>What stands below is from before.</span>` : nothing}
          <button @click=${() => this.reload()}>Try again</button>
        </div>`
      : nothing;
    if (!this.data) {
      return this.fault ? fault : html`<p class="loading" role="status">Loading …</p>`;
    }
    return html`${fault}${this.body(this.data)}`;
  }
}

export const badge = (word) => html`<span class="badge ${TONES[word] ?? ''}">${word}</span>`;

export const empty = (text, action = nothing) =>
  html`<div class="empty">
    <p>${text}</p>
    ${action}
  </div>`;

export const bar = (label, value, text) =>
  html` <div class="bar">
    <span>${label}</span><meter min="0" max="1" .value=${value} aria-label=${label}></meter><span>${text}</span>
  </div>`;

export const progress = (label, done, total, note = '') =>
  html` <div class="progress">
    <span>${label}</span><progress max=${Math.max(1, total)} .value=${done} aria-label=${label}></progress
    ><span>${note}</span>
  </div>`;

/** A table; `columns` are [heading, cell(row)], and `attributes` gives a row its own. */
export const table = (caption, columns, rows, row = () => '') =>
  html` <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(([heading]) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (one) =>
            html`<tr class=${row(one)}>
              ${columns.map(([, cell]) => html`<td>${cell(one)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** A choice among words; the empty one stands for all. */
export const select = (label, value, options, changed, all = 'all') =>
  html` <label class="field"
    ><span>${label}</span>
    <select @change=${(e) => changed(e.target.value)}>
      ${all === null ? nothing : html`<option value="" ?selected=${!value}>${all}</option>`}
      ${options.map((one) => html`<option value=${one} ?selected=${one === value}>${one}</option>`)}
    </select></label
  >`;

/** How many rows of a list that may be long the address asks for; the services give at most 10,000. */
export const most = () => Number(route().params.get('most')) || 200;

/**
 * What the address says about some fields of a long list, { field: label }: the service chooses by it, among all that
 * it knows. Offered is what has been seen, so that one choice can be changed for another.
 */
export class Filters {
  #view;
  #fields;
  #seen;

  constructor(view, fields) {
    this.#view = view;
    this.#fields = fields;
    this.#seen = Object.fromEntries(Object.keys(fields).map((name) => [name, new Set()]));
  }

  get chosen() {
    const { params } = route();
    return Object.keys(this.#fields)
      .filter((name) => params.get(name))
      .map((name) => [name, params.get(name)]);
  }

  get query() {
    return new URLSearchParams([['limit', most()], ...this.chosen]);
  }

  choices(rows) {
    const now = Object.fromEntries(this.chosen);
    return Object.entries(this.#fields).map(([name, label]) => {
      const seen = this.#seen[name];
      [now[name], ...rows.map((row) => row[name])].filter(Boolean).forEach((value) => seen.add(value));
      return select(label, now[name] ?? '', [...seen].sort(), (value) => {
        choose({ [name]: value });
        this.#view.reload();
      });
    });
  }
}

/** A way to what is older, where there may be more. */
export const older = (view, rows) =>
  rows.length < most()
    ? nothing
    : html` <button
        @click=${() => {
          choose({ most: most() + 200 });
          view.reload();
        }}
      >
        Show older
      </button>`;

/** One of several named things, for a form that needs it. */
export const pick = (label, name, things) =>
  html`<label class="field"
    ><span>${label}</span>
    <select name=${name} required>
      <option value="">choose</option>
      ${things.map((one) => html`<option>${one.name}</option>`)}
    </select></label
  >`;

export function notify(text, action) {
  window.dispatchEvent(new CustomEvent('kenshin-notify', { detail: { text, action } }));
}

/** Runs what a button does, and says what went wrong. */
export async function attempt(work, done) {
  try {
    const result = await work();
    if (done) {
      notify(typeof done === 'function' ? done(result) : done);
    }
    return result;
  } catch (e) {
    notify(e.message);
    return undefined;
  }
}

/** Asks for a reason, or only whether; resolves to the text, to true, or to null when it was called off. */
export function ask(title, text, { reason = false, confirm = 'Go on' } = {}) {
  return new Promise((resolve) => {
    window.dispatchEvent(new CustomEvent('kenshin-ask', { detail: { title, text, reason, confirm, resolve } }));
  });
}

export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const anchor = Object.assign(document.createElement('a'), { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
