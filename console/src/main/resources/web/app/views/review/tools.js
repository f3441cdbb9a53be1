import { html, nothing } from 'lit';
import { count } from '../../lib/format.js';
import { select } from '../../lib/parts.js';
import { choose, route } from '../../lib/router.js';
import { besideNeighbour, help } from './keys.js';

const STATES = ['review', 'quarantined', 'released'];

/** What a review is worked with: filters, choice, decisions, keys. */
export function tools(review, { list, at, now }) {
  const { params } = route();
  const members = review.data.members;
  const of = (name) => params.get(name) ?? '';
  const sources = [...new Set(members.map((one) => one.source ?? 'not named'))].sort();
  const all = () => (review.chosen = new Set(list.map((one) => one.sampleId)));
  const none = () => (review.chosen = new Set());
  return html`<section class="card">
    <div class="row">
      ${select('State', of('state'), STATES, (state) => choose({ state, at: '' }))}
      ${select('Source', of('source'), sources, (source) => choose({ source, at: '' }))}
      <label class="field">
        <span>Id contains</span>
        <input .value=${of('text')} @input=${(e) => choose({ text: e.target.value, at: '' })} />
      </label>
      <button @click=${all}>Choose all ${count(list.length)}</button>
      <button ?disabled=${!review.chosen.size} @click=${none}>Choose none</button>
    </div>
    <div class="row">
      <button class="danger" data-needs="reviewer" @click=${() => review.decide('quarantine')}>Quarantine</button>
      <button data-needs="reviewer" @click=${() => review.decide('release')}>Release</button>
      <button aria-pressed=${Boolean(of('beside'))} @click=${besideNeighbour}>Beside its neighbour</button>
      <button aria-expanded=${Boolean(review.help)} @click=${() => review.explain()}>Keys</button>
      <span role="status">${status(review.chosen.size, list.length, now && at + 1)}</span>
    </div>
    ${review.help ? help() : nothing}
  </section>`;
}

const status = (chosen, all, place) =>
  chosen ? `${count(chosen)} chosen` : place ? `sample ${place} of ${count(all)}` : '';
