import { html } from 'lit';
import { enc, get, put } from '../lib/api.js';
import { View, attempt, empty, table } from '../lib/element.js';
import { choose, route } from '../lib/router.js';

const FIELDS = [
  ['confirmed', ['quarantine', 'review'], 'carriers of proven triggers'],
  ['suspicious', ['review', 'quarantine', 'ignore'], 'carriers of unproven patterns'],
  ['mostQuarantined', null, 'greatest part of a scan that is quarantined without a person, 0 to 1'],
  ['heal', ['manual', 'automatic'], 'when a case is quarantined'],
  ['strategy', ['inoculate', 'clean', 'unlearn'], 'how to heal'],
  ['promote', ['automatic', 'approval'], 'when the gates are passed'],
  ['approvals', ['1', '2'], 'people who agree to a promotion or a release'],
  ['attackSuccess', null, 'how far attack success may lie above the natural rate, 0 to 1'],
  ['accuracyLoss', null, 'how far clean accuracy may fall, 0 to 1'],
  ['alert', ['drift', 'suspected', 'attack', 'off'], 'from which change of a scan on an alert goes out'],
  ['screen', ['block', 'review', 'shadow', 'off'], 'inputs that carry a proven trigger'],
];

/** What is done by itself, and what only by people. */
class Policies extends View {
  async load() {
    const scope = route().params.get('scope') || 'default';
    const [dataset, model] = scope === 'default' ? ['', ''] : scope.split('/');
    const [entries, effective, datasets, models] = await Promise.all([
      get('remediation/policies'),
      get(`remediation/policies/effective?dataset=${enc(dataset)}&model=${enc(model ?? '')}`),
      get('ingest/datasets'),
      get('ingest/models'),
    ]);
    return { scope, entries, effective, datasets, models };
  }

  async submit(e) {
    e.preventDefault();
    const { effective, scope } = this.data;
    const changed = {};
    FIELDS.forEach(([name]) => {
      const value = e.target.elements[name].value;
      if (value !== String(effective[name])) {
        changed[name] = typeof effective[name] === 'number' ? Number(value) : value;
      }
    });
    if (Object.keys(changed).length) {
      const own = this.data.entries.find((one) => one.scope === scope)?.policy ?? {};
      await attempt(
        () => put(`remediation/policies?scope=${enc(scope)}`, { ...own, ...changed }),
        `The policy of ${scope} is set.`,
      );
      await this.reload();
    }
  }

  body({ scope, entries, effective, datasets, models }) {
    const scopes = [
      'default',
      ...datasets.map((one) => one.name),
      ...datasets.flatMap((one) => models.map((model) => `${one.name}/${model.name}`)),
    ];
    return html`<h1>Policies</h1>
      <section class="card">
        <div class="row">
          <label class="field"
            ><span>Scope</span
            ><select
              @change=${(e) => {
                choose({ scope: e.target.value });
                this.reload();
              }}
            >
              ${scopes.map((one) => html`<option ?selected=${one === scope}>${one}</option>`)}
            </select></label
          >
        </div>
        <p class="muted">What holds for ${scope}; what is not set there comes from the wider scope.</p>
        <form @submit=${(e) => this.submit(e)}>
          <dl class="facts">
            ${FIELDS.map(
              ([name, words, text]) =>
                html`<dt><label for=${`policy-${name}`}>${name}</label></dt>
                  <dd>
                    ${words
                      ? html`<select id=${`policy-${name}`} name=${name}>
                          ${words.map(
                            (one) => html`<option ?selected=${one === String(effective[name])}>${one}</option>`,
                          )}
                        </select>`
                      : html`<input
                          id=${`policy-${name}`}
                          name=${name}
                          type="number"
                          min="0"
                          max="1"
                          step="any"
                          .value=${String(effective[name])}
                        />`}
                    <span class="muted">${text}</span>
                  </dd>`,
            )}
          </dl>
          <div class="row end" data-needs="operator"><button class="primary">Set for ${scope}</button></div>
        </form>
      </section>
      <section class="card">
        ${entries.length
          ? table(
              'What was set',
              [
                ['scope', (one) => one.scope],
                [
                  'set',
                  (one) =>
                    Object.entries(one.policy).map(
                      ([name, value]) => html`<code class="mono">${name} ${value}</code> `,
                    ),
                ],
                ['by', (one) => one.actor],
              ],
              entries,
            )
          : empty('Nothing was set: the defaults hold.')}
      </section>`;
  }
}
customElements.define('kenshin-policies', Policies);
