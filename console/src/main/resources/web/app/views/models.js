import { html } from 'lit';
import { get } from '../lib/api.js';
import { badge, empty, table } from '../lib/parts.js';
import { View } from '../lib/view.js';

/** Models with their versions and aliases. */
class Models extends View {
  listensTo = ['remediation', 'scan'];

  load() {
    return get('ingest/models');
  }

  body(models) {
    return html`<div class="row">
        <h1>Models</h1>
        <span class="space"></span><a href="#/start" data-needs="operator">Import a model</a>
      </div>
      ${models.length
        ? models.map(
            (model) =>
              html`<section class="card">
                <h2>${model.name}</h2>
                ${table(
                  `Versions of ${model.name}`,
                  [
                    ['version', (one) => one.version],
                    [
                      'alias',
                      (one) =>
                        Object.entries(model.aliases)
                          .filter(([, version]) => version === one.version)
                          .map(([alias]) => html`${badge(alias)} `),
                    ],
                    ['architecture', (one) => `${one.architecture}, ${one.layers} layers`],
                    ['labels', (one) => one.labels.join(', ') || 'none'],
                    ['base known', (one) => (one.base ? 'yes' : 'no')],
                    ['directory', (one) => html`<span class="mono">${one.directory} </span>`],
                  ],
                  model.versions,
                )}
              </section>`,
          )
        : empty('No model yet.', html`<a href="#/start">Import one</a>`)}`;
  }
}
customElements.define('kenshin-models', Models);
