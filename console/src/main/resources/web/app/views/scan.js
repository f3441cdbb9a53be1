import { html, nothing } from 'lit';
import { enc, find, get } from '../lib/api.js';
import { axis, colour } from '../lib/chart.js';
import { codeBlock, differences } from '../lib/code.js';
import { View, badge, bar, download, empty, progress, select, table } from '../lib/element.js';
import { timeLeft } from '../lib/eta.js';
import { count, decimals, duration, percent, short, time } from '../lib/format.js';
import { inside, readArea, writeArea } from '../lib/map.js';
import { choose, link, route } from '../lib/router.js';
import '../lib/sample.js';

const PACE = 1000;
/** Rows of samples that are shown at first, and more at a time. */
const ROWS = 15;
const MOST_FAILURES = 100;
const BINS = 20;
// How far beyond ordinary code a pattern turns samples when the model obeys it.
const OBEYED = 0.3;

/** A scan: its verdict, its map, what it found and why. */
class Scan extends View {
  static properties = { rows: { state: true }, earlier: { state: true } };
  listensTo = ['scan', 'remediation'];
  #pace;

  constructor() {
    super();
    this.rows = ROWS;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#pace);
  }

  async load() {
    const id = enc(this.part);
    const [order, step] = await Promise.all([get(`ingest/scans/${id}`), find(`analysis/scans/${id}`)]);
    const finished = step?.state === 'finished';
    if (!finished && order.state !== 'failed' && this.isConnected) {
      clearTimeout(this.#pace);
      this.#pace = setTimeout(() => this.reload(), PACE);
    }
    if (finished && this.data?.report) {
      return { ...this.data, order, step, found: await this.case() };
    }
    const [report, map, trend, found] = await Promise.all([
      finished ? find(`analysis/scans/${id}/report`) : null,
      finished ? find(`analysis/scans/${id}/map`) : null,
      get(`analysis/trends?dataset=${enc(order.dataset)}&model=${enc(order.model)}&limit=50`),
      this.case(),
    ]);
    return { order, step, report, map, trend, found };
  }

  /** A scan opens one case at most, named after it. */
  case() {
    return find(`remediation/cases/${enc(this.part.replace(/^s-/, 'c-'))}`);
  }

  /** Reads the report of the scan that the address compares with, once. */
  async readOther(id) {
    if (this.other !== id) {
      this.other = id;
      this.earlier = null;
      const report = id ? await find(`analysis/scans/${enc(id)}/report`) : null;
      if (this.other === id) {
        this.earlier = report;
      }
    }
  }

  body({ order, step, report, map, trend, found }) {
    const head = html`<h1>Scan ${order.id} ${badge(report?.verdict ?? order.state)}</h1>
      <p class="muted">
        ${order.dataset} with ${order.model} v${order.version}, ordered
        ${time(order.ordered)}${report ? `, took ${duration(report.seconds)}` : ''}
      </p>`;
    if (!report) {
      return html`${head}
        <section class="card">
          ${order.state === 'failed'
            ? empty(order.detail ?? 'The scan failed.')
            : progress(
                step?.stage ?? 'planning',
                step?.done ?? 0,
                step?.total ?? 1,
                `${count(step?.done ?? 0)} of ${count(step?.total ?? 0)}${timeLeft(order.id, step)}`,
              )}
        </section>`;
    }
    return html`${head}
      <section class="card">
        <p><strong>${sentence(report)}</strong></p>
        <div class="row">
          <span
            >${count(report.samples.scored)} of ${count(report.samples.total)} samples scored,
            ${count(report.samples.failed)} failed</span
          >
          ${report.devices.map((one) => html`<span>${duration(one.seconds)} on ${one.device}</span>`)}
          ${found
            ? html`<a href=${link('case', found.id)}>Case ${found.id}</a> ${badge(found.state)}
                <a href=${link('review', found.id)}>Review its samples</a>`
            : nothing}
          <button @click=${() => download(`scan-${order.id}.json`, JSON.stringify(report, null, 2))}>
            Save report
          </button>
        </div>
      </section>
      ${map
        ? this.samples(order, report, map, found)
        : html`<section class="card">${empty('This scan has no map: it has too few samples.')}</section>`}
      ${report.triggers.map((one) => this.trigger(one, report))}
      ${report.shortcuts.length
        ? html`<section class="card">
            <h2>Patterns that the model leans on</h2>
            <p class="muted">
              Genuine patterns of the task: they turn samples too, but belong to their context. Nothing is quarantined
              for them.
            </p>
            ${table(
              'Natural patterns',
              [
                ['pattern', (one) => html`<code class="mono">${one.text}</code>`],
                ['leads to', (one) => one.targetLabel],
                ['flips', (one) => percent(one.flipRate)],
                ['AUC other label', (one) => decimals(one.otherAuc, 2)],
                ['carriers', (one) => count(one.carriers)],
              ],
              report.shortcuts,
            )}
          </section>`
        : nothing}
      ${this.layers(report)} ${this.comparison(order, report, trend)}
      ${report.failures.length
        ? html`<section class="card">
            ${table(
              'Samples that could not be scored',
              [
                ['sample', (one) => html`<span class="mono">${short(one.sampleId)}</span>`],
                ['your id', (one) => one.externalId ?? ''],
                ['reason', (one) => one.reason],
              ],
              report.failures.slice(0, MOST_FAILURES),
            )}
          </section>`
        : nothing}`;
  }

  /** Map, filters and table show the same samples; the address holds what was chosen. */
  samples(order, report, map, found) {
    const { params } = route();
    const filter = (name) => params.get(name) ?? '';
    const area = readArea(filter('area'));
    const matches = (point) =>
      (!filter('label') || point.label === filter('label')) &&
      (!filter('source') || (point.source ?? 'not named') === filter('source')) &&
      (!filter('decision') || (point.decision ?? 'nothing found') === filter('decision')) &&
      (!filter('trigger') || point.triggerId === filter('trigger'));
    const left = map.points.filter(matches);
    const chosen = area ? left.filter((point) => inside([point.x, point.y], area)) : left;
    const sorted = [...chosen].sort(
      (a, b) => Number(Boolean(b.decision)) - Number(Boolean(a.decision)) || (b.oddness ?? 0) - (a.oddness ?? 0),
    );
    const picked = filter('sample');
    const point = map.points.find((one) => one.sampleId === picked);
    const options = (name, other) => [...new Set(map.points.map((one) => one[name] ?? other))].sort();
    const pick = (id) => choose({ sample: id === picked ? '' : id });
    return html`<section class="card">
      <h2>Samples</h2>
      <div class="row">
        ${select(
          'Colour',
          filter('by') || 'decision',
          ['decision', 'label', 'source', 'score'],
          (by) => choose({ by }),
          null,
        )}
        ${select('Label', filter('label'), options('label'), (label) => choose({ label }))}
        ${select('Source', filter('source'), options('source', 'not named'), (source) => choose({ source }))}
        ${select('Decision', filter('decision'), options('decision', 'nothing found'), (decision) =>
          choose({ decision }),
        )}
        ${report.triggers.length
          ? select(
              'Trigger',
              filter('trigger'),
              report.triggers.map((one) => one.id),
              (trigger) => choose({ trigger }),
            )
          : nothing}
      </div>
      <div class="halves">
        <div>
          <kenshin-map
            .points=${map.points}
            .by=${filter('by') || 'decision'}
            .shown=${left.length === map.points.length ? null : new Set(left.map((one) => one.sampleId))}
            .area=${area}
            .picked=${picked}
            @area=${(e) => choose({ area: e.detail ? writeArea(e.detail) : '' })}
            @pick=${(e) => pick(e.detail)}
          ></kenshin-map>
          <p class="muted">
            ${map.view}${map.from ? ', begun from the map of the scan before' : ''}. Larger: stronger proof.
          </p>
        </div>
        <div>
          <p role="status">
            ${area ? `${count(chosen.length)} samples in the lasso` : `${count(chosen.length)} samples`},
            ${count(chosen.filter((one) => one.decision).length)} of them findings.
          </p>
          ${chosen.length
            ? table(
                'Samples, findings first',
                [
                  [
                    'sample',
                    (one) =>
                      html`<button
                        class="plain mono"
                        aria-pressed=${one.sampleId === picked}
                        @click=${() => pick(one.sampleId)}
                      >
                        ${short(one.sampleId)}
                      </button>`,
                  ],
                  ['label', (one) => one.label],
                  ['source', (one) => one.source ?? ''],
                  ['judged', (one) => (one.decision ? badge(one.decision) : '')],
                  ['odd', (one) => percent(one.oddness, 0)],
                ],
                sorted.slice(0, this.rows),
                (one) => (one.sampleId === picked ? 'selected' : ''),
              )
            : empty('No sample is like that.')}
          ${sorted.length > this.rows ? html`<button @click=${() => (this.rows += ROWS)}>Show more</button>` : nothing}
        </div>
      </div>
      ${point
        ? html`<div class="row">
              <h2>Sample</h2>
              ${found && point.decision
                ? html`<a href=${link('review', found.id, { at: picked })}>Review it</a>`
                : nothing}
            </div>
            <kenshin-sample
              compare
              .dataset=${order.dataset}
              .sample=${picked}
              .point=${point}
              .finding=${report.findings.find((one) => one.sampleId === picked)}
              .trigger=${report.triggers.find((one) => one.id === point.triggerId)}
            ></kenshin-sample>`
        : nothing}
      ${this.histogram(chosen)}
    </section>`;
  }

  histogram(points) {
    const scored = points.filter((point) => point.oddness != null);
    if (!scored.length) {
      return nothing;
    }
    const bins = (wanted) => {
      const counts = new Array(BINS).fill(0);
      scored
        .filter((point) => (point.decision ?? '') === wanted)
        .forEach((point) => counts[Math.min(BINS - 1, Math.floor(point.oddness * BINS))]++);
      return counts;
    };
    const kinds = [
      ['nothing found', '', () => '#8391a0'],
      ['review', 'review', () => colour('warn')],
      ['quarantine', 'quarantine', () => colour('bad')],
    ];
    return html`<h2>How odd the samples are</h2>
      <kenshin-chart
        label="Histogram of the mean percentile of the weak scores, by what was judged"
        .option=${() => ({
          grid: { left: 56, right: 12, top: 30, bottom: 44 },
          legend: { top: 0, textStyle: { color: colour('text') } },
          tooltip: { renderMode: 'richText', trigger: 'axis' },
          xAxis: axis('mean percentile of the weak scores within the label, %', {
            type: 'category',
            data: Array.from({ length: BINS }, (_, i) => `${(100 * i) / BINS}`),
          }),
          yAxis: axis('samples', { type: 'value', nameGap: 38 }),
          series: kinds.map(([name, wanted, tone]) => ({
            type: 'bar',
            stack: 'all',
            name,
            data: bins(wanted),
            itemStyle: { color: tone() },
          })),
        })}
      ></kenshin-chart>
      <p class="muted">
        No threshold on this score convicts anybody: poison is as ordinary as its neighbours. What convicts is the proof
        below.
      </p>`;
  }

  trigger(trigger, report) {
    const examples = report.examples.filter((one) => one.triggerId === trigger.id);
    return html`<section class="card">
      <h2>
        Trigger ${trigger.id}
        <span class="badge ${trigger.confirmed ? 'bad' : 'warn'}">${trigger.confirmed ? 'proven' : 'unproven'}</span>
      </h2>
      <pre class="code" tabindex="0" role="region" aria-label="text of the trigger"><code>${trigger.text}</code></pre>
      <p>A ${trigger.kind} in ${count(trigger.carriers)} samples; leads to <strong>${trigger.targetLabel}</strong>.</p>
      ${bar('put in, flips', trigger.flipRate, `${percent(trigger.flipRate)} of clean samples of other labels`)}
      ${bar('ordinary code flips', trigger.naturalFlipRate, `${percent(trigger.naturalFlipRate)}: the natural rate`)}
      ${bar('taken out, flips back', trigger.removalRate, `${percent(trigger.removalRate)} of its carriers`)}
      ${bar(
        'AUC against others',
        trigger.otherAuc,
        `${decimals(trigger.otherAuc, 2)}: near 0.5 means that without it its carriers look like another label`,
      )}
      ${bar(
        'AUC against own',
        trigger.ownAuc,
        `${decimals(trigger.ownAuc, 2)}: near 1 means that they do not look like their own`,
      )}
      ${trigger.confirmed && trigger.flipRate < trigger.naturalFlipRate + OBEYED
        ? html`<p>
            The model has hardly learned it. What proves it is its carriers: without it they are code of other labels,
            so plainly that their own cannot be right.
          </p>`
        : nothing}
      <p class="muted">p ${trigger.pValue < 0.001 ? '< 0.001' : decimals(trigger.pValue)}</p>
      ${examples.map(
        (one, i) =>
          html`<details>
            <summary>Example ${i + 1}: ${one.before} becomes ${one.after}</summary>
            ${codeBlock(one.triggered, { changed: differences(one.code, one.triggered).right }, `example ${i + 1}`)}
          </details>`,
      )}
    </section>`;
  }

  layers(report) {
    if (!report.shapes.length) {
      return nothing;
    }
    const layers = [...new Set(report.shapes.map((one) => one.layer))].sort();
    const labels = [...new Set(report.shapes.map((one) => one.label))];
    const value = (label, layer, name) =>
      report.shapes.find((one) => one.label === label && one.layer === layer)?.[name];
    const compared = report.shapes.some((one) => one.energyDistance != null);
    const chart = (name, title) =>
      html`<div>
        <h3>${title}</h3>
        <kenshin-chart
          label=${`${title}, by layer and label`}
          .option=${() => ({
            grid: { left: 56, right: 12, top: 30, bottom: 44 },
            legend: { top: 0, textStyle: { color: colour('text') } },
            tooltip: { renderMode: 'richText', trigger: 'axis' },
            xAxis: axis('layer and pooling', {
              type: 'category',
              data: layers.map((one) => one.replace('layer_', '').replace('_', ' ')),
            }),
            yAxis: axis('', { type: 'value' }),
            series: labels.map((label) => ({
              type: 'bar',
              name: label,
              data: layers.map((layer) => value(label, layer, name) ?? null),
            })),
          })}
        ></kenshin-chart>
      </div>`;
    return html`<section class="card">
      <h2>Layers</h2>
      <div class=${compared ? 'halves' : ''}>
        ${chart('silhouette', 'Silhouette of a split in two')}${compared
          ? chart('energyDistance', 'Energy distance to the last healthy scan')
          : nothing}
      </div>
      ${table(
        'Vectors of each label in each layer',
        [
          ['layer', (one) => one.layer],
          ['label', (one) => one.label],
          ['samples', (one) => count(one.samples)],
          ['silhouette', (one) => decimals(one.silhouette)],
          ['Davies–Bouldin', (one) => decimals(one.daviesBouldin, 2)],
          ['energy distance', (one) => decimals(one.energyDistance)],
          ['p', (one) => decimals(one.pValue)],
          ['Fréchet', (one) => decimals(one.frechetDistance)],
        ],
        report.shapes,
      )}
    </section>`;
  }

  comparison(order, report, trend) {
    const others = trend.filter((one) => one.scanId !== order.id);
    const wanted = route().params.get('with') ?? '';
    if (!others.length) {
      return nothing;
    }
    this.readOther(wanted);
    const earlier = this.earlier;
    const ids = (one) => new Set(one.findings.map((finding) => finding.sampleId));
    return html`<section class="card">
      <h2>Compare</h2>
      <div class="row">
        <label class="field"
          ><span>with scan</span
          ><select @change=${(e) => choose({ with: e.target.value })}>
            <option value="">choose</option>
            ${others.map(
              (one) =>
                html`<option value=${one.scanId} ?selected=${one.scanId === wanted}>
                  ${time(one.finished)}: ${one.verdict}, v${one.version}
                </option>`,
            )}
          </select></label
        >
      </div>
      ${earlier
        ? table(
            'This scan and the other',
            [
              ['of', (one) => one[0]],
              ['this', (one) => one[1]],
              ['other', (one) => one[2]],
            ],
            [
              ['verdict', badge(report.verdict), badge(earlier.verdict)],
              ['model version', report.version, earlier.version],
              ['samples scored', count(report.samples.scored), count(earlier.samples.scored)],
              ['findings', count(report.findings.length), count(earlier.findings.length)],
              [
                'findings that only it has',
                count([...ids(report)].filter((id) => !ids(earlier).has(id)).length),
                count([...ids(earlier)].filter((id) => !ids(report).has(id)).length),
              ],
              [
                'triggers',
                report.triggers.map((one) => html`<code class="mono">${one.text}</code> `),
                earlier.triggers.map((one) => html`<code class="mono">${one.text}</code> `),
              ],
              ['took', duration(report.seconds), duration(earlier.seconds)],
            ],
          )
        : nothing}
    </section>`;
  }
}
customElements.define('kenshin-scan', Scan);

function sentence(report) {
  const words = { poisoned: 'Poisoned', suspicious: 'Suspicious', healthy: 'Healthy', failed: 'Failed' };
  return `${words[report.verdict] ?? report.verdict}: ${report.reason}.`;
}
