// What every view is: loading, empty and error states, and reading again.
import { LitElement, html, nothing } from 'lit';
import { live } from './live.js';

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
