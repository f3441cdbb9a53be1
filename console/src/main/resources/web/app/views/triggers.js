import { html } from 'lit';
import { get } from '../lib/api.js';
import { most, older } from '../lib/filters.js';
import { count, decimals, percent } from '../lib/format.js';
import { badge, empty, mono, proof, select, table } from '../lib/parts.js';
import { choose, link, route } from '../lib/router.js';
import { View } from '../lib/view.js';

/** Every trigger of every case. */
class Triggers extends View {
  listensTo = ['remediation'];

  load() {
    return get(`remediation/cases?limit=${most()}`);
  }

  body(cases) {
    const triggers = cases.flatMap((one) => one.triggers.map((trigger) => ({ ...trigger, of: one })));
    const { params } = route();
    const proven = params.get('proof') ?? '';
    const text = (params.get('text') ?? '').toLowerCase();
    const shown = triggers.filter(
      (one) => (!proven || (one.confirmed ? 'proven' : 'unproven') === proven) && one.text.toLowerCase().includes(text),
    );
    return html`<h1>Triggers</h1>
      <section class="card">
        <div class="row">
          ${select('Proof', proven, ['proven', 'unproven'], (value) => choose({ proof: value }))}
          <label class="field">
            <span>Text contains</span>
            <input .value=${params.get('text') ?? ''} @input=${(e) => choose({ text: e.target.value })} />
          </label>
        </div>
        ${shown.length
          ? table(
              `${count(shown.length)} of ${count(triggers.length)} triggers`,
              [
                ['trigger', (one) => mono(one.text)],
                ['proof', (one) => proof(one)],
                ['kind', (one) => one.kind],
                ['leads to', (one) => one.targetLabel],
                ['flips', (one) => percent(one.flipRate)],
                ['ordinary code flips', (one) => percent(one.naturalFlipRate)],
                ['removal flips back', (one) => percent(one.removalRate)],
                ['AUC other / own label', (one) => `${decimals(one.otherAuc, 2)} / ${decimals(one.ownAuc, 2)}`],
                ['carriers', (one) => count(one.carriers)],
                ['case', (one) => html`<a href=${link('case', one.of.id)}>${one.of.id}</a> ${badge(one.of.state)}`],
              ],
              shown,
            )
          : empty(triggers.length ? 'No trigger is like that.' : 'No trigger has been found yet.')}
        ${older(this, cases)}
      </section>`;
  }
}
customElements.define('kenshin-triggers', Triggers);
