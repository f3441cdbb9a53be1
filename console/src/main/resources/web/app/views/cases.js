import { html } from 'lit';
import { get } from '../lib/api.js';
import { View, badge, empty, select, table } from '../lib/element.js';
import { count, percent } from '../lib/format.js';
import { choose, link, route } from '../lib/router.js';

/** All cases. */
class Cases extends View {
  listensTo = ['remediation'];

  load() {
    return get('remediation/cases');
  }

  body(cases) {
    const { params } = route();
    const filter = (name) => params.get(name) ?? '';
    const shown = cases.filter((one) => ['state', 'model', 'dataset'].every((name) => !filter(name) || one[name] === filter(name)));
    const pick = (name, label) => select(label, filter(name), [...new Set(cases.map((one) => one[name]))].sort(), (value) => choose({ [name]: value }));
    const after = (one) => Math.max(...Object.entries(one.figures).filter(([name]) => /^attackSuccess\..*\.after$/.test(name)).map(([, value]) => value));
    return html`<h1>Cases</h1><section class="card">
      <div class="row">${pick('state', 'State')} ${pick('model', 'Model')} ${pick('dataset', 'Data set')}</div>
      ${shown.length ? table(`${count(shown.length)} of ${count(cases.length)} cases`, [
        ['case', (one) => html`<a href=${link('case', one.id)}>${one.id}</a>`],
        ['state', (one) => badge(one.state)],
        ['data set', (one) => one.dataset], ['model', (one) => `${one.model} v${one.version}`],
        ['triggers', (one) => count(one.triggers.length)],
        ['carriers', (one) => count(one.triggers.reduce((sum, trigger) => sum + trigger.carriers, 0))],
        ['attack after', (one) => (Number.isFinite(after(one)) ? percent(after(one)) : '–')],
        ['why', (one) => one.detail]], shown)
        : empty(cases.length ? 'No case is like that.' : 'No case: no scan has found anything yet.')}
    </section>`;
  }
}
customElements.define('kenshin-cases', Cases);
