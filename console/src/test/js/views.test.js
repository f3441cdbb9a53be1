import assert from 'node:assert/strict';
import { text } from './page.js';
import { PARENT, VIEWS } from '../../main/resources/web/app/views.js';

const NOW = '2026-11-01T12:00:00Z';
const TRIGGER = {
  id: 't1',
  text: 'int debug;',
  kind: 'span',
  confirmed: true,
  obeyed: true,
  carriers: 12,
  targetLabel: '0',
  flipRate: 0.9,
  naturalFlipRate: 0.1,
  removalRate: 0.5,
  otherAuc: 0.5,
  ownAuc: 0.99,
  pValue: 0.02,
};
const CASE = {
  id: 'c-1',
  scanId: 's-1',
  dataset: 'code',
  model: 'reviewer',
  version: 3,
  state: 'promoted',
  detail: 'healed',
  figures: { 'attackSuccess.t1.after': 0.04 },
  triggers: [TRIGGER],
  history: [{ state: 'promoted', detail: 'gates passed', actor: 'ana', happened: NOW }],
  actions: ['rollback'],
};
const ORDER = {
  id: 's-1',
  dataset: 'code',
  model: 'reviewer',
  version: 3,
  state: 'poisoned',
  ordered: NOW,
  seconds: 9,
};
const MODEL = {
  name: 'reviewer',
  aliases: { production: 3 },
  versions: [{ version: 3, architecture: 'roberta', layers: 12, labels: ['0', '1'], base: null, directory: '/m' }],
};
const DATASET = { name: 'code', samples: 40 };
const MEMBER = { sampleId: 'a1', externalId: 'mine', source: 'web', state: 'review', reason: 'odd' };
const REPORT = {
  verdict: 'poisoned',
  reason: 'a proven trigger',
  seconds: 9,
  samples: { scored: 39, total: 40, failed: 1 },
  devices: [{ device: 'cpu', seconds: 8 }],
  findings: [{ sampleId: 'a1', triggerId: 't1', evidence: [], score: 1, decision: 'quarantine' }],
  triggers: [TRIGGER],
  examples: [],
  shortcuts: [TRIGGER],
  power: [
    { label: 'clean', textAuc: 0.56, samples: 17, rate: 0.0085, help: null },
    { label: 'odd', textAuc: 0.5, samples: null, rate: null, help: 'scan more of them together' },
  ],
  reading: {
    limit: 256,
    truncated: 3,
    unread: 412,
    languages: [{ name: 'java', declared: false, own: true, samples: 20 }],
  },
  shapes: [{ layer: 'layer_1_mean', label: '0', samples: 20, silhouette: 0.2, energyDistance: 0.1 }],
  failures: [{ sampleId: 'a9', externalId: null, reason: 'no code' }],
};
const POINT = { sampleId: 'a1', label: '0', decision: 'quarantine', triggerId: 't1', oddness: 0.5, x: 0, y: 0 };
const TREND = { scanId: 's-0', finished: NOW, verdict: 'healthy', version: 2, labels: [{ energyDistance: 0.2 }] };

/** What each view reads, and words that it then shows. */
const READ = {
  overview: [
    {
      models: [MODEL],
      datasets: [DATASET],
      scans: [ORDER],
      cases: [{ ...CASE, state: 'review' }],
      schedules: [{ model: 'reviewer', paused: false, nextRun: NOW }],
      fleet: {
        services: [{ service: 'ingest', state: 'not ready', failing: ['database'] }],
        broker: true,
        lag: [
          { group: 'analysis', lag: 7 },
          { group: 'console-1', lag: 9 },
        ],
      },
      pairs: [ORDER],
      trends: [[TREND]],
      running: [{ ...ORDER, state: 'planned' }],
      steps: [{ stage: 'embed', done: 3, total: 9 }],
    },
    /with reviewer : embed .*3 of 9 .*reviewer poisoned .*waits for you c-1 review .*not ready database .* 7$/,
  ],
  scans: [
    { scans: [ORDER], models: [MODEL], datasets: [DATASET] },
    /New scan .*the latest 1 scans .*s-1 poisoned .*9.0 s/,
  ],
  scan: [
    { order: ORDER, step: null, report: REPORT, map: { points: [POINT], view: 'v' }, trend: [TREND], found: CASE },
    /^Scan s-1 poisoned .*39 of 40 .*Case c-1 .*1 of them findings.* t1 proven .*Layers.*Compare.*a9 no code$/,
  ],
  cases: [[CASE], /the latest 1 cases .*c-1 promoted code reviewer v3 1 12 4.0 % healed/],
  case: [{ one: CASE, members: [MEMBER], ways: [], log: ['epoch 1'] }, /Case c-1 .*Roll back Save evidence .*epoch 1$/],
  review: [
    { of: CASE, members: [MEMBER], decisions: [], report: REPORT, findings: new Map(), points: new Map() },
    /Review c-1 promoted .*1 wait, 0 quarantined, 0 released .*sample 1 of 1 .*mine review .*odd/,
  ],
  triggers: [[CASE], /1 of 1 triggers .*int debug; proven span 0 90.0 % 10.0 % 50.0 % 0.50 \/ 0.99 12 c-1 promoted/],
  sources: [
    [
      {
        name: 'web',
        dataset: 'code',
        samples: 10,
        quarantined: 1,
        waiting: 0,
        blocked: 0,
        beyondChance: true,
        pValue: 0.0001,
        trust: 'trusted',
      },
    ],
    /1 of 1 sources .*web code 10 1 \(10.0 %\) 0 0 yes p < 0.001 trusted probation blocked$/,
  ],
  models: [[MODEL], /reviewer .*3 production roberta, 12 layers 0, 1 no \/m$/],
  schedules: [
    {
      schedules: [
        { name: 'nightly', dataset: 'code', model: 'reviewer', every: 3600, paused: true, runs: 2, actor: 'ana' },
      ],
      models: [MODEL],
      datasets: [DATASET],
    },
    /nightly code with reviewer every 1.0 h all paused – 2 ana resume run remove$/,
  ],
  policies: [
    {
      scope: 'default',
      known: [
        { name: 'heal', meaning: 'when a case is quarantined', values: [{ value: 'manual' }, { value: 'automatic' }] },
        { name: 'accuracyLoss', meaning: 'how far it may fall', values: [] },
      ],
      entries: [{ scope: 'code', policy: { heal: 'manual' }, actor: 'ana' }],
      effective: { heal: 'manual', accuracyLoss: 0.02 },
      datasets: [DATASET],
      models: [MODEL],
    },
    /code\/reviewer .*heal manual automatic when a case is quarantined accuracyLoss how far .*heal manual ana$/,
  ],
  events: [
    [
      {
        id: 'e1',
        type: 'io.kenshin.case.opened.v1',
        time: NOW,
        subject: 'c-1',
        data: { caseId: 'c-1', model: 'reviewer', version: 3, sampleIds: ['a1'], reason: 'found' },
      },
    ],
    /1 of the latest 1 events.* case.opened c-1 reviewer v3 1 found copy$/,
  ],
  start: [
    { models: [MODEL], datasets: [DATASET], scans: [] },
    /1. A model ready .*reviewer \(1\) .*code \(40 samples\)/,
  ],
};

Deno.test('every view has a place in the navigation, or belongs to one that has', () => {
  Object.entries(VIEWS).forEach(([name, [title]]) => {
    assert.ok(title ?? VIEWS[PARENT[name]][0], name);
  });
});

for (const [name, [, load]] of Object.entries(VIEWS)) {
  Deno.test(`the view ${name} shows what it reads`, async () => {
    await load();
    location.hash = `#/${name}/c-1`;
    const view = new (customElements.get(`kenshin-${name}`))();
    const [data, words] = READ[name];
    view.data = data;

    const shown = text(view.render());

    assert.match(shown, words);
  });
}

Deno.test('a view that cannot read says why, and that what stands below is from before', async () => {
  await VIEWS.models[1]();
  const view = new (customElements.get('kenshin-models'))();

  assert.equal(text(view.render()), 'Loading …');
  view.fault = { status: 503, message: 'the ingest service does not answer' };
  assert.equal(text(view.render()), 'Something is wrong. the ingest service does not answer Try again');
  view.fault = { status: 404, message: 'no model' };
  view.data = [];
  assert.match(text(view.render()), /^Not found. no model What stands below is from before. Try again .*No model yet./);
});
