import { html } from 'lit';
import { enc, get, post, put, remove } from '../lib/api.js';
import { ask, attempt } from '../lib/ask.js';
import { ago, count, duration, time } from '../lib/format.js';
import { empty, pick, table } from '../lib/parts.js';
import { link } from '../lib/router.js';
import { View } from '../lib/view.js';

/** Scans that come by themselves. */
class Schedules extends View {
  listensTo = ['scan'];

  async load() {
    const [schedules, models, datasets] = await Promise.all([
      get('ingest/schedules'),
      get('ingest/models'),
      get('ingest/datasets'),
    ]);
    return { schedules, models, datasets };
  }

  async submit(e) {
    e.preventDefault();
    const of = (name) => e.target.elements[name].value.trim() || null;
    const done = await attempt(
      () =>
        put(`ingest/schedules/${enc(of('name'))}`, {
          dataset: of('dataset'),
          model: of('model'),
          cron: of('cron'),
          every: of('every'),
          zone: of('cron') ? Intl.DateTimeFormat().resolvedOptions().timeZone : null,
          sample: of('sample'),
        }),
      'The schedule is set.',
    );
    if (done) {
      e.target.reset();
      await this.reload();
    }
  }

  async act(schedule, what) {
    if (what === 'remove') {
      if (await ask(`Remove ${schedule.name}?`, 'Its scans stay; no further ones come.', { confirm: 'Remove' })) {
        await attempt(() => remove(`ingest/schedules/${enc(schedule.name)}`), `${schedule.name} is removed.`);
      }
    } else {
      await attempt(() => post(`ingest/schedules/${enc(schedule.name)}/${what}`), `${schedule.name}: ${what}.`);
    }
    await this.reload();
  }

  body({ schedules, models, datasets }) {
    return html`<h1>Schedules</h1>
      <section class="card" data-needs="operator">
        <h2>Set one up, or change it</h2>
        <form class="row" @submit=${(e) => this.submit(e)}>
          <label class="field">
            <span>Name</span>
            <input name="name" required maxlength="100" />
          </label>
          ${pick('Data set', 'dataset', datasets)} ${pick('Model', 'model', models)}
          <label class="field">
            <span>Cron, in your time zone</span>
            <input name="cron" placeholder="0 3 * * *" />
          </label>
          <label class="field">
            <span>or every</span>
            <input name="every" placeholder="6h" />
          </label>
          <label class="field">
            <span>Sample (empty: all)</span>
            <input name="sample" placeholder="25%, or new" />
          </label>
          <button class="primary">Set</button>
        </form>
      </section>
      <section class="card">
        ${schedules.length
          ? table(
              `${count(schedules.length)} schedules`,
              [
                ['name', (one) => one.name],
                ['scans', (one) => `${one.dataset} with ${one.model}`],
                ['when', (one) => (one.cron ? `${one.cron} (${one.zone})` : `every ${duration(one.every)}`)],
                ['sample', (one) => one.sample ?? 'all'],
                [
                  'next',
                  (one) => (one.paused ? 'paused' : html`<span title=${time(one.nextRun)}>${ago(one.nextRun)} </span>`),
                ],
                [
                  'last',
                  (one) => (one.lastScan ? html`<a href=${link('scan', one.lastScan)}>${ago(one.lastRun)}</a>` : '–'),
                ],
                ['runs', (one) => count(one.runs)],
                ['note', (one) => one.note ?? ''],
                ['set by', (one) => one.actor],
                [
                  'change',
                  (one) =>
                    html`<span class="chips" data-needs="operator">
                      ${[one.paused ? 'resume' : 'pause', 'run', 'remove'].map(
                        (what) =>
                          html`<button aria-label=${`${what} ${one.name}`} @click=${() => this.act(one, what)}>
                            ${what}
                          </button>`,
                      )}
                    </span>`,
                ],
              ],
              schedules,
            )
          : empty('No schedule: scans come only when somebody orders them.')}
      </section>`;
  }
}
customElements.define('kenshin-schedules', Schedules);
