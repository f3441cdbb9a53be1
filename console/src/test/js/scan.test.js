import assert from 'node:assert/strict';
import { text } from './page.js';
import { groups } from '../../main/resources/web/app/lib/map/groups.js';
import { onlyIn } from '../../main/resources/web/app/views/scan/compare.js';
import { bins } from '../../main/resources/web/app/views/scan/histogram.js';
import { series } from '../../main/resources/web/app/views/scan/layers.js';
import { findingsFirst, selection, valuesOf } from '../../main/resources/web/app/views/scan/selection.js';
import { triggerCard } from '../../main/resources/web/app/views/scan/trigger.js';

const POINTS = [
  { sampleId: 'a', label: '0', source: 'web', oddness: 0.2, x: 1, y: 1 },
  { sampleId: 'b', label: '1', decision: 'quarantine', triggerId: 't1', oddness: 0.1, x: 5, y: 5 },
  { sampleId: 'c', label: '1', source: 'web', decision: 'review', triggerId: 't2', oddness: 0.9, x: 2, y: 2 },
  { sampleId: 'd', label: '0', source: 'git', oddness: 0.8, x: 6, y: 6 },
  { sampleId: 'e', label: '0', source: 'git', x: 7, y: 7 },
];
const ids = (points) => points.map((point) => point.sampleId).join('');
const select = (query) => selection(POINTS, new URLSearchParams(query));

Deno.test('the address chooses points by what they are', () => {
  assert.equal(ids(select('').chosen), 'abcde');
  assert.equal(ids(select('label=1').chosen), 'bc');
  assert.equal(ids(select('source=not named').chosen), 'b');
  assert.equal(ids(select('decision=nothing found&source=git').chosen), 'de');
  assert.equal(ids(select('trigger=t2').chosen), 'c');
  assert.equal(ids(select('label=2').chosen), '');
});

Deno.test('the lasso chooses among what the filters leave', () => {
  const { area, left, chosen } = select('source=web&area=0,0;3,0;3,3;0,3');

  assert.equal(area.length, 4);
  assert.equal(ids(left), 'ac');
  assert.equal(ids(chosen), 'ac');
  assert.equal(ids(select('area=0,0;3,0;3,3;0,3&label=1').chosen), 'c');
  assert.equal(select('label=1').area, null);
});

Deno.test('what can be chosen is what there is, once and in order', () => {
  assert.deepEqual(valuesOf(POINTS, 'source'), ['git', 'not named', 'web']);
  assert.deepEqual(valuesOf(POINTS, 'decision'), ['nothing found', 'quarantine', 'review']);
});

Deno.test('findings come first, then the oddest; what was not scored comes last', () => {
  assert.equal(ids(findingsFirst(POINTS)), 'cbdae');
  assert.equal(ids(POINTS), 'abcde');
});

Deno.test('oddness falls into twenty parts, its end into the last', () => {
  const scored = [0, 0.2, 0.8, 1, 1].map((oddness) => ({ oddness }));

  const counts = bins([...scored, { oddness: 0.5, decision: 'review' }], '');

  assert.equal(counts.length, 20);
  assert.deepEqual([counts[0], counts[4], counts[10], counts[16], counts[19]], [1, 1, 0, 1, 2]);
});

const named = (by, shown) => Object.fromEntries([...groups(POINTS, by, shown)].map(([name, of]) => [name, ids(of)]));

Deno.test('points are put together by what colours them', () => {
  assert.deepEqual(named('label'), { 0: 'ade', 1: 'bc' });
  assert.deepEqual(named('source'), { git: 'de', 'not named': 'b', web: 'ac' });
  assert.deepEqual(named('score'), { '0–20 %': 'b', '20–40 %': 'a', '80–100 %': 'cd', 'not scored': 'e' });
  assert.deepEqual(named('anything'), { 'nothing found': 'ade', quarantine: 'b', review: 'c' });
  assert.deepEqual([...groups(POINTS, 'source').keys()], ['git', 'not named', 'web']);
});

Deno.test('only points that the filters leave are drawn', () => {
  assert.deepEqual(named('label', new Set(['a', 'c'])), { 0: 'a', 1: 'c' });
});

Deno.test('of very many points all findings are drawn and an equal part of the others', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => ({ sampleId: i, decision: i % 100 === 1 ? 'review' : null }));

  const drawn = groups(many, 'decision');

  assert.equal(drawn.get('review').length, 500);
  assert.equal(drawn.get('nothing found').length, 16_501);
});

Deno.test('figures of layers stand by label and layer, with a gap where there is none', () => {
  const shapes = [
    { layer: 'b', label: '1', silhouette: 0.1 },
    { layer: 'a', label: '0', silhouette: 0.2 },
    { layer: 'a', label: '1', silhouette: 0.3 },
  ];

  assert.deepEqual(series(shapes, 'silhouette'), {
    layers: ['a', 'b'],
    labels: [
      ['1', [0.3, 0.1]],
      ['0', [0.2, null]],
    ],
  });
});

const report = (...found) => ({ findings: found.map((sampleId) => ({ sampleId })) });

Deno.test('two scans are compared by the samples that only one of them found', () => {
  assert.equal(onlyIn(report('a', 'b', 'b', 'c'), report('c', 'd')), 2);
  assert.equal(onlyIn(report('c', 'd'), report('a', 'b', 'c')), 1);
  assert.equal(onlyIn(report(), report('a')), 0);
});

const TRIGGER = {
  id: 't1',
  text: 'int debug;',
  kind: 'span',
  carriers: 12,
  targetLabel: '0',
  flipRate: 0.02,
  naturalFlipRate: 0.01,
  removalRate: 0.5,
  otherAuc: 0.5,
  ownAuc: 0.99,
  pValue: 0.0001,
};

Deno.test('a proven trigger that the model does not obey is explained, any other is not', () => {
  const card = (more) => text(triggerCard({ ...TRIGGER, ...more }, []));

  assert.match(card({ confirmed: true, obeyed: false }), /Trigger t1 proven .* hardly learned it/);
  assert.doesNotMatch(card({ confirmed: true, obeyed: true }), /hardly learned it/);
  assert.doesNotMatch(card({ confirmed: false, obeyed: false }), /hardly learned it/);
  assert.match(card({ confirmed: false, obeyed: false }), /Trigger t1 unproven .* p < 0.001$/);
});
