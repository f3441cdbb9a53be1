import { html } from 'lit';
import { get } from '../lib/api.js';
import { Filters, older } from '../lib/filters.js';
import { count, percent } from '../lib/format.js';
import { badge, empty, table } from '../lib/parts.js';
import { link } from '../lib/router.js';
import { View } from '../lib/view.js';

/** All cases. */
class Cases extends View {
  listensTo = ['remediation'];
  filters = new Filters(this, { state: 'State', model: 'Model', dataset: 'Data set' });

  load() {
    return get(`remediation/cases?${this.filters.query}`);
  }

  body(cases) {
    const after = (one) =>
      Math.max(
        ...Object.entries(one.figures)
          .filter(([name]) => /^attackSuccess\..*\.after$/.test(name))
          .map(([, value]) => value),
      );
    return html`<h1>Cases</h1>
      <section class="card">
        <div class="row">${this.filters.choices(cases)}</div>
        ${cases.length
          ? table(
              `the latest ${count(cases.length)} cases`,
              [
                ['case', (one) => html`<a href=${link('case', one.id)}>${one.id}</a>`],
                ['state', (one) => badge(one.state)],
                ['data set', (one) => one.dataset],
                ['model', (one) => `${one.model} v${one.version}`],
                ['triggers', (one) => count(one.triggers.length)],
                ['carriers', (one) => count(one.triggers.reduce((sum, trigger) => sum + trigger.carriers, 0))],
                ['attack after', (one) => (Number.isFinite(after(one)) ? percent(after(one)) : '–')],
                ['why', (one) => one.detail],
              ],
              cases,
            )
          : empty(this.filters.chosen.length ? 'No case is like that.' : 'No case: no scan has found anything yet.')}
        ${older(this, cases)}
      </section>`;
  }
}
customElements.define('kenshin-cases', Cases);
