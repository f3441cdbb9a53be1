import { html } from 'lit';
import { enc, get, put } from '../lib/api.js';
import { ask, attempt } from '../lib/ask.js';
import { count, pValue, percent } from '../lib/format.js';
import { badge, empty, select, table } from '../lib/parts.js';
import { choose, route } from '../lib/router.js';
import { View } from '../lib/view.js';

/** Where the samples come from, and how far each source is trusted. */
class Sources extends View {
  listensTo = ['remediation', 'scan'];

  async load() {
    const datasets = await get('ingest/datasets');
    const sources = await Promise.all(datasets.map((one) => get(`ingest/datasets/${enc(one.name)}/sources`)));
    return datasets.flatMap((one, i) => sources[i].map((source) => ({ ...source, dataset: one.name })));
  }

  async trust(source, trust) {
    const reason =
      trust === 'trusted'
        ? ''
        : await ask(
            `Put ${source.name} on ${trust}?`,
            trust === 'blocked' ? 'None of its samples is scanned or trained on.' : 'Its new samples wait for a scan.',
            { reason: true, confirm: 'Set' },
          );
    if (reason !== null) {
      await attempt(
        () => put(`ingest/datasets/${enc(source.dataset)}/sources?name=${enc(source.name)}`, { trust, reason }),
        `${source.name} is ${trust}.`,
      );
    }
    await this.reload();
  }

  body(sources) {
    const { params } = route();
    const dataset = params.get('dataset') ?? '';
    const beyond = params.get('chance') ?? '';
    const shown = sources.filter(
      (one) =>
        (!dataset || one.dataset === dataset) &&
        (!beyond || (one.beyondChance ? 'beyond chance' : 'by chance') === beyond),
    );
    return html`<h1>Sources</h1>
      <section class="card">
        <div class="row">
          ${select('Data set', dataset, [...new Set(sources.map((one) => one.dataset))], (value) =>
            choose({ dataset: value }),
          )}
          ${select('Findings', beyond, ['beyond chance', 'by chance'], (value) => choose({ chance: value }))}
        </div>
        ${shown.length
          ? table(
              `${count(shown.length)} of ${count(sources.length)} sources`,
              [
                ['source', (one) => one.name ?? 'not named'],
                ['data set', (one) => one.dataset],
                ['samples', (one) => count(one.samples)],
                [
                  'quarantined',
                  (one) => `${count(one.quarantined)} (${percent(one.samples ? one.quarantined / one.samples : 0)})`,
                ],
                ['waiting', (one) => count(one.waiting)],
                ['blocked', (one) => count(one.blocked)],
                [
                  'more than chance',
                  (one) =>
                    html`${one.beyondChance ? html`<span class="badge bad">yes</span>` : 'no'}
                      <span class="muted">p ${pValue(one.pValue)}</span>`,
                ],
                ['trust', (one) => html`${badge(one.trust)} <span class="muted">${one.reason ?? ''}</span>`],
                [
                  'change',
                  (one) =>
                    one.name == null
                      ? ''
                      : html`<span class="chips" data-needs="operator">
                          ${['trusted', 'probation', 'blocked']
                            .filter((trust) => trust !== one.trust)
                            .map(
                              (trust) =>
                                html`<button
                                  @click=${() => this.trust(one, trust)}
                                  aria-label=${`${trust}: ${one.name}`}
                                >
                                  ${trust}
                                </button>`,
                            )}
                        </span>`,
                ],
              ],
              shown,
            )
          : empty(sources.length ? 'No source is like that.' : 'No samples yet.')}
      </section>`;
  }
}
customElements.define('kenshin-sources', Sources);
