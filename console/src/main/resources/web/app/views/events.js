import { html } from 'lit';
import { get } from '../lib/api.js';
import { download, notify } from '../lib/ask.js';
import { count, time } from '../lib/format.js';
import { live } from '../lib/live.js';
import { empty, select, table } from '../lib/parts.js';
import { choose, link, route } from '../lib/router.js';
import { View } from '../lib/view.js';

const MOST = 1000;
const kind = (event) => event.type.replace(/^io\.kenshin\.|\.v\d+$/g, '');

/** The remediation events: those that were, and new ones as they come. */
class Events extends View {
  static properties = { ...View.properties, paused: { state: true } };

  #more = (e) => {
    if (this.data && !this.paused && !this.data.some((one) => one.id === e.detail.id)) {
      this.data = [...this.data, e.detail].slice(-MOST);
    }
  };

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('remediation', this.#more);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('remediation', this.#more);
  }

  async load() {
    return (await get('console/events')).map((entry) => entry.event);
  }

  async copy(events) {
    try {
      await navigator.clipboard.writeText(JSON.stringify(events.length === 1 ? events[0] : events, null, 2));
      notify(events.length === 1 ? 'The event is copied.' : `${count(events.length)} events are copied.`);
    } catch {
      notify('This browser does not let the page copy: save the events instead.');
    }
  }

  body(events) {
    const { params } = route();
    const type = params.get('type') ?? '';
    const text = (params.get('text') ?? '').toLowerCase();
    const shown = events
      .filter((one) => (!type || kind(one) === type) && (!text || JSON.stringify(one).toLowerCase().includes(text)))
      .reverse();
    return html`<h1>Events</h1>
      <section class="card">
        <div class="row">
          ${select('Type', type, [...new Set(events.map(kind))].sort(), (value) => choose({ type: value }))}
          <label class="field">
            <span>Contains</span>
            <input .value=${params.get('text') ?? ''} @input=${(e) => choose({ text: e.target.value })} />
          </label>
          <button
            aria-pressed=${Boolean(this.paused)}
            @click=${() => {
              this.paused = !this.paused;
              if (!this.paused) {
                this.reload();
              }
            }}
          >
            Pause
          </button>
          <button @click=${() => this.copy(shown)} ?disabled=${!shown.length}>Copy as JSON</button>
          <button @click=${() => download('events.json', JSON.stringify(shown, null, 2))} ?disabled=${!shown.length}>
            Save as JSON
          </button>
        </div>
        ${shown.length
          ? table(
              `${count(shown.length)} of the latest ${count(events.length)} events, the latest first`,
              [
                ['time', (one) => time(one.time)],
                ['type', (one) => kind(one)],
                [
                  'about',
                  (one) => html`<a href=${link(one.data.caseId ? 'case' : 'scan', one.subject)}>${one.subject}</a>`,
                ],
                ['model', (one) => `${one.data.model} v${one.data.version}`],
                ['samples', (one) => (one.data.sampleIds?.length ? count(one.data.sampleIds.length) : '')],
                ['reason', (one) => one.data.reason],
                [
                  'JSON',
                  (one) =>
                    html`<button @click=${() => this.copy([one])} aria-label=${`Copy event ${one.id}`}>copy</button>`,
                ],
              ],
              shown,
            )
          : empty(events.length ? 'No event is like that.' : 'Nothing has happened yet.')}
      </section>`;
  }
}
customElements.define('kenshin-events', Events);
