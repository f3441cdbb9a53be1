import { html } from 'lit';
import { enc, get, put } from '../lib/api.js';
import { attempt } from '../lib/ask.js';
import { empty, table } from '../lib/parts.js';
import { fields } from '../lib/policy.js';
import { choose, route } from '../lib/router.js';
import { View } from '../lib/view.js';

const ENTRY = [
  ['scope', (one) => one.scope],
  ['set', (one) => Object.entries(one.policy).map((of) => html`<code class="mono">${of[0]} ${of[1]}</code> `)],
  ['by', (one) => one.actor],
];

/** What somebody changed in a form, by field: numbers stay numbers. */
export function changes(effective, values) {
  const changed = Object.entries(values).filter(([name, value]) => value !== String(effective[name]));
  return Object.fromEntries(
    changed.map(([name, value]) => [name, typeof effective[name] === 'number' ? Number(value) : value]),
  );
}

/** What is done by itself, and what only by people. */
class Policies extends View {
  async load() {
    const scope = route().params.get('scope') || 'default';
    const [dataset, model] = scope === 'default' ? ['', ''] : scope.split('/');
    const [known, entries, effective, datasets, models] = await Promise.all([
      fields(),
      get('remediation/policies'),
      get(`remediation/policies/effective?dataset=${enc(dataset)}&model=${enc(model ?? '')}`),
      get('ingest/datasets'),
      get('ingest/models'),
    ]);
    return { scope, known, entries, effective, datasets, models };
  }

  async submit(e) {
    e.preventDefault();
    const { scope, known, entries, effective } = this.data;
    const form = e.target.elements;
    const changed = changes(effective, Object.fromEntries(known.map(({ name }) => [name, form[name].value])));
    if (Object.keys(changed).length) {
      const own = entries.find((one) => one.scope === scope)?.policy ?? {};
      await attempt(
        () => put(`remediation/policies?scope=${enc(scope)}`, { ...own, ...changed }),
        `The policy of ${scope} is set.`,
      );
      await this.reload();
    }
  }

  go(scope) {
    choose({ scope });
    this.reload();
  }

  body({ scope, known, entries, effective, datasets, models }) {
    const scopes = [
      'default',
      ...datasets.map((one) => one.name),
      ...datasets.flatMap((one) => models.map((model) => `${one.name}/${model.name}`)),
    ];
    return html`<h1>Policies</h1>
      <section class="card">
        <div class="row">
          <label class="field">
            <span>Scope</span>
            <select @change=${(e) => this.go(e.target.value)}>
              ${scopes.map((one) => html`<option ?selected=${one === scope}>${one}</option>`)}
            </select>
          </label>
        </div>
        <p class="muted">What holds for ${scope}; what is not set there comes from the wider scope.</p>
        <form @submit=${(e) => this.submit(e)}>
          <dl class="facts">${known.map((field) => row(field, String(effective[field.name])))}</dl>
          <div class="row end" data-needs="operator"><button class="primary">Set for ${scope}</button></div>
        </form>
      </section>
      <section class="card">
        ${entries.length ? table('What was set', ENTRY, entries) : empty('Nothing was set: the defaults hold.')}
      </section>`;
  }
}
customElements.define('kenshin-policies', Policies);

const row = (field, value) =>
  html`<dt><label for=${`policy-${field.name}`}>${field.name}</label></dt>
    <dd>
      ${input(field, value)}
      <span class="muted">${field.meaning}</span>
    </dd>`;

/** A choice among the values of a field; a field without values is a number from 0 to 1. */
const input = ({ name, values }, value) =>
  values.length
    ? html`<select id=${`policy-${name}`} name=${name}>
        ${values.map((one) => html`<option ?selected=${String(one.value) === value}>${one.value}</option>`)}
      </select>`
    : html`<input id=${`policy-${name}`} name=${name} type="number" min="0" max="1" step="any" .value=${value} />`;
