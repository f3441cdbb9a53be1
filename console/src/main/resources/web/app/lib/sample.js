// One sample as people look at it: its code, why it was found, and what it is compared with.
import { LitElement, html, nothing } from 'lit';
import { enc, get } from './api.js';
import { codeBlock } from './code/code.js';
import { differences } from './code/differences.js';
import { badge, empty } from './parts.js';
import { why } from './why.js';

const RANKS = ['Nearest', 'Second nearest', 'Third nearest'];
const cache = new Map();

/** A sample with its code; quarantine and release change its state but never its code. */
export function sampleCode(dataset, id) {
  const key = `${dataset}\n${id}`;
  if (!cache.has(key)) {
    cache.set(
      key,
      get(`ingest/datasets/${enc(dataset)}/samples/${enc(id)}`).catch((e) => {
        cache.delete(key);
        throw e;
      }),
    );
  }
  return cache.get(key);
}

/**
 * Properties: `dataset`, `sample` (id), `finding` and `point` of the scan's report and map, `trigger` that it carries,
 * `compare` whether the nearest innocent sample stands beside it.
 */
export class SampleView extends LitElement {
  static properties = {
    dataset: {},
    sample: {},
    finding: { attribute: false },
    point: { attribute: false },
    trigger: { attribute: false },
    compare: { type: Boolean },
    neighbour: { state: true },
    loaded: { state: true },
    fault: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('sample')) {
      this.neighbour = 0;
    }
    if (changed.has('sample') || changed.has('compare') || changed.has('neighbour') || changed.has('point')) {
      this.read();
    }
  }

  async read() {
    const id = this.sample;
    const beside = this.compare ? this.point?.neighbours?.[this.neighbour] : null;
    try {
      const [own, other] = await Promise.all([
        sampleCode(this.dataset, id),
        beside ? sampleCode(this.dataset, beside) : null,
      ]);
      if (id === this.sample) {
        this.loaded = { own, other };
        this.fault = null;
      }
    } catch (e) {
      this.fault = e;
    }
  }

  render() {
    if (this.fault) {
      return html`<div class="fault" role="alert">${this.fault.message}</div>`;
    }
    if (!this.loaded || this.loaded.own.id !== this.sample) {
      return html`<p class="loading" role="status">Loading the sample …</p>`;
    }
    const { own, other } = this.loaded;
    const changes = other ? differences(own.code, other.code) : { left: [], right: [] };
    const marks = { changed: changes.left, trigger: this.point?.spans ?? [] };
    return html`${facts(own)}
      <div class=${other ? 'halves' : ''}>
        <div>
          <h3>${other ? 'This sample' : 'Code'}</h3>
          ${codeBlock(own.code, marks, 'code of the sample')}
        </div>
        ${other ? this.beside(other, changes.right) : nothing}
      </div>
      ${this.compare && !other ? html`<p class="muted">No neighbour was kept for this sample.</p>` : nothing}
      ${this.finding ? why(this.finding, this.trigger) : empty('Nothing was found about this sample.')}`;
  }

  beside(other, changed) {
    return html`<div>
      <h3>${RANKS[this.neighbour]} sample that nothing was found about</h3>
      ${codeBlock(other.code, { changed }, 'code of the sample beside it')}
      <p class="row">
        <span>label ${other.label}, source ${other.source ?? 'not named'}</span>
        <span class="chips">${this.point.neighbours.map((_, i) => this.chip(i))}</span>
      </p>
    </div>`;
  }

  chip(i) {
    return html`<button
      aria-pressed=${i === this.neighbour}
      aria-label=${`neighbour ${i + 1}`}
      @click=${() => (this.neighbour = i)}
    >
      ${i + 1}
    </button>`;
  }
}
customElements.define('kenshin-sample', SampleView);

const facts = (own) =>
  html`<dl class="facts">
    <dt>sample</dt>
    <dd class="mono">${own.id}</dd>
    ${own.externalId
      ? html`<dt>your id</dt>
          <dd>${own.externalId}</dd>`
      : nothing}
    <dt>label</dt>
    <dd>${own.label}</dd>
    <dt>source</dt>
    <dd>${own.source ?? 'not named'}</dd>
    <dt>state</dt>
    <dd>${badge(own.state)} ${own.reason ?? ''}</dd>
  </dl>`;
