import { html, nothing } from 'lit';
import { enc, get, post, put, upload } from '../lib/api.js';
import { attempt } from '../lib/ask.js';
import { count, percent } from '../lib/format.js';
import { badge, empty, progress } from '../lib/parts.js';
import { link } from '../lib/router.js';
import { View } from '../lib/view.js';

const FORMATS = { jsonl: 'jsonl', ndjson: 'jsonl', json: 'jsonl', csv: 'csv', parquet: 'parquet' };

/** From nothing to the first verdict: a model, a data set, a scan. */
class Start extends View {
  static properties = { sending: { state: true }, result: { state: true } };

  async load() {
    const [models, datasets, scans] = await Promise.all([
      get('ingest/models'),
      get('ingest/datasets'),
      get('ingest/scans'),
    ]);
    return { models, datasets, scans };
  }

  async model(e) {
    e.preventDefault();
    const form = e.target.elements;
    const name = form.name.value.trim();
    const files = [...form.files.files];
    const imported = await attempt(
      async () => {
        if (!files.length) {
          return post(`ingest/models/${enc(name)}/versions`, {
            directory: form.directory.value.trim(),
            base: form.base.value.trim() || null,
          });
        }
        const id = crypto.randomUUID();
        let before = 0;
        const all = files.reduce((sum, file) => sum + file.size, 0);
        for (const file of files) {
          await upload(
            'PUT',
            `ingest/uploads/${id}/${enc(file.name)}`,
            file,
            (part) => (this.sending = { what: file.name, part: (before + part * file.size) / Math.max(1, all) }),
          );
          before += file.size;
        }
        return post(`ingest/models/${enc(name)}/versions`, { upload: id, base: form.base.value.trim() || null });
      },
      (version) =>
        `${version.model} version ${version.version} is imported: ${version.architecture}, ${version.layers} layers.`,
    );
    this.sending = null;
    if (imported) {
      e.target.reset();
    }
    await this.reload();
  }

  async dataset(e) {
    e.preventDefault();
    const form = e.target.elements;
    const name = form.name.value.trim();
    const file = form.file.files[0];
    const format = FORMATS[file.name.split('.').pop().toLowerCase()] ?? 'jsonl';
    const columns = ['code', 'label', 'source', 'split', 'id']
      .filter((column) => form[column]?.value.trim())
      .map((column) => `&${column}=${enc(form[column].value.trim())}`)
      .join('');
    this.result = await attempt(async () => {
      await put(`ingest/datasets/${enc(name)}`, { labels: [] });
      return upload(
        'POST',
        `ingest/datasets/${enc(name)}/files?format=${format}${columns}`,
        file,
        (part) => (this.sending = { what: file.name, part }),
      );
    });
    this.sending = null;
    await this.reload();
  }

  async scan(e) {
    e.preventDefault();
    const form = e.target.elements;
    const ordered = await attempt(() => post('ingest/scans', { dataset: form.dataset.value, model: form.model.value }));
    if (ordered) {
      location.hash = link('scan', ordered.id);
    }
  }

  body({ models, datasets, scans }) {
    const filled = datasets.filter((one) => one.samples > 0);
    return html`<h1>Start here</h1>
      <p>
        Three steps to the first verdict. Or watch the whole loop on a model that was poisoned on purpose:
        <code>./kenshin demo</code>
      </p>
      ${this.sending
        ? html`<section class="card">
            ${progress(`sending ${this.sending.what}`, this.sending.part, 1, percent(this.sending.part, 0))}
          </section>`
        : nothing}
      <section class="card">
        <h2>1. A model ${models.length ? badge('ready') : nothing}</h2>
        <p class="muted">
          A classifier as Hugging Face optimum exports it: config.json, tokenizer.json and model.onnx (with its data
          file, if it has one).
        </p>
        <form data-needs="operator" @submit=${(e) => this.model(e)}>
          <div class="row">
            <label class="field">
              <span>Name</span>
              <input name="name" required maxlength="100" />
            </label>
            <label class="field">
              <span>Its files</span>
              <input name="files" type="file" multiple />
            </label>
            <label class="field">
              <span>or a directory where ingest runs</span>
              <input name="directory" placeholder="/models/reviewer" />
            </label>
            <label class="field">
              <span>Directory of its base model (if known)</span>
              <input name="base" />
            </label>
            <button class="primary">Import</button>
          </div>
        </form>
        ${models.length ? html`<p>${models.map((one) => html`${one.name} (${one.versions.length}) `)}</p>` : nothing}
      </section>
      <section class="card">
        <h2>2. What it was trained on ${filled.length ? badge('ready') : nothing}</h2>
        <p class="muted">
          JSON lines, CSV or Parquet. Leave a column empty to take the one of that name; a column split says what is for
          testing.
        </p>
        <form data-needs="ingester" @submit=${(e) => this.dataset(e)}>
          <div class="row">
            <label class="field">
              <span>Name</span>
              <input name="name" required maxlength="100" />
            </label>
            <label class="field">
              <span>File</span>
              <input name="file" type="file" required accept=".jsonl,.ndjson,.json,.csv,.parquet" />
            </label>
            ${['code', 'label', 'source', 'split', 'id'].map(
              (column) =>
                html`<label class="field">
                  <span>Column of ${column}</span>
                  <input name=${column} placeholder=${column} size="8" />
                </label>`,
            )}
            <button class="primary">Import</button>
          </div>
        </form>
        ${this.result
          ? html`<p role="status">
              ${count(this.result.accepted)} accepted, ${count(this.result.rejected)} rejected.
              ${this.result.rejections.map((one) => html`<br />line ${one.line}: ${one.reason}`)}
            </p>`
          : nothing}
        ${filled.length
          ? html`<p>${filled.map((one) => html`${one.name} (${count(one.samples)} samples) `)}</p>`
          : nothing}
      </section>
      <section class="card">
        <h2>3. A scan ${scans.length ? badge('ready') : nothing}</h2>
        ${models.length && filled.length
          ? html`<form class="row" data-needs="operator" @submit=${(e) => this.scan(e)}>
              <label class="field">
                <span>Data set</span>
                <select name="dataset">
                  ${filled.map((one) => html`<option>${one.name}</option>`)}
                </select>
              </label>
              <label class="field">
                <span>Model</span>
                <select name="model">
                  ${models.map((one) => html`<option>${one.name}</option>`)}
                </select>
              </label>
              <button class="primary">Scan</button>
            </form>`
          : empty('Import a model and a data set first.')}
      </section>`;
  }
}
customElements.define('kenshin-start', Start);
