import assert from 'node:assert/strict';
import { handlers, text } from './page.js';
import { decisionTable, standing } from '../../main/resources/web/app/views/review/decisions.js';
import { help, press } from '../../main/resources/web/app/views/review/keys.js';
import { filtered, nextWaiting, placeOf } from '../../main/resources/web/app/views/review/members.js';

const MEMBERS = [
  { sampleId: 'a1', externalId: 'Foo-1', source: 'web', state: 'review' },
  { sampleId: 'b2', externalId: null, source: null, state: 'quarantined' },
  { sampleId: 'c3', externalId: 'bar', source: 'web', state: 'review' },
];
const ids = (members) => members.map((one) => one.sampleId).join(' ');
const by = (query) => ids(filtered(MEMBERS, new URLSearchParams(query)));

Deno.test('filters leave the samples that are like all of them', () => {
  assert.equal(by(''), 'a1 b2 c3');
  assert.equal(by('state=review'), 'a1 c3');
  assert.equal(by('source=not named'), 'b2');
  assert.equal(by('state=review&text=FOO'), 'a1');
  assert.equal(by('text=b2'), 'b2');
  assert.equal(by('state=released'), '');
});

Deno.test('the reader is at the sample that the address names, else at the first', () => {
  assert.equal(placeOf(MEMBERS, 'c3'), 2);
  assert.equal(placeOf(MEMBERS, 'gone'), 0);
  assert.equal(placeOf([], null), 0);
});

Deno.test('after the last that waits comes the first that does', () => {
  assert.equal(nextWaiting(MEMBERS, 0).sampleId, 'c3');
  assert.equal(nextWaiting(MEMBERS, 2).sampleId, 'a1');
  assert.equal(nextWaiting([MEMBERS[1]], 0), undefined);
});

/** A review that notes what it is told to do, at the first of three samples. */
function review() {
  const told = [];
  const note =
    (name) =>
    (...given) =>
      told.push([name, ...given].join(' '));
  return {
    told,
    place: () => ({ list: MEMBERS, at: 0, now: MEMBERS[0] }),
    toggle: note('toggle'),
    decide: note('decide'),
    undoLast: note('undoLast'),
    explain: note('explain'),
  };
}

function key(name, { target = {}, ...more } = {}) {
  const event = { key: name, target: { tagName: 'BODY', ...target }, prevented: false, ...more };
  return { ...event, preventDefault: () => (event.prevented = true), was: event };
}

function pressed(name, more) {
  globalThis.document = { querySelector: () => null };
  location.hash = '#/review/c-1';
  const of = review();
  const event = key(name, more);
  press(event, of);
  return { told: of.told.join(), hash: location.hash, prevented: event.was.prevented };
}

Deno.test('keys do what the help says', () => {
  assert.equal(pressed('j').hash, '#/review/c-1?at=b2');
  assert.equal(pressed('n').hash, '#/review/c-1?at=c3');
  assert.equal(pressed('d').hash, '#/review/c-1?beside=1');
  assert.equal(pressed('x').told, 'toggle a1');
  assert.equal(pressed('q').told, 'decide quarantine');
  assert.equal(pressed('r').told, 'decide release');
  assert.equal(pressed('u').told, 'undoLast');
  assert.equal(pressed('?').told, 'explain');
  assert.equal(pressed('q').prevented, true);
  assert.match(text(help()), /^j next sample k sample before n next that waits/);
});

Deno.test('before the first sample there is none', () => {
  assert.equal(pressed('k').hash, '#/review/c-1');
});

Deno.test('keys that stand for nothing, or for the browser, or for a field, are left alone', () => {
  const nothing = { told: '', hash: '#/review/c-1', prevented: false };

  assert.deepEqual(pressed('y'), nothing);
  assert.deepEqual(pressed('toString'), nothing);
  assert.deepEqual(pressed('r', { ctrlKey: true }), nothing);
  assert.deepEqual(pressed('r', { metaKey: true }), nothing);
  assert.deepEqual(pressed('r', { target: { tagName: 'INPUT', type: 'text' } }), nothing);
  assert.deepEqual(pressed('r', { target: { tagName: 'SELECT' } }), nothing);
  assert.equal(pressed('x', { target: { tagName: 'INPUT', type: 'checkbox' } }).told, 'toggle a1');
});

Deno.test('a question takes the keys', () => {
  const of = review();
  globalThis.document = { querySelector: () => ({}) };

  press(key('q'), of);

  assert.deepEqual(of.told, []);
});

const DECISION = { id: 1, action: 'released', actor: 'ana', reason: 'seen', state: 'done', samples: 2, waits: false };

Deno.test('a decision that waits can be agreed to, one that was undone cannot be undone', () => {
  const called = [];
  const buttons = { agree: (one) => called.push(`agree ${one.id}`), undo: (one) => called.push(`undo ${one.id}`) };
  const decisions = [
    DECISION,
    { ...DECISION, id: 2, state: 'waiting', waits: true },
    { ...DECISION, id: 3, state: 'undone', approver: 'bo' },
  ];

  const shown = decisionTable(decisions, buttons);

  handlers(shown, 'click').forEach((click) => click());
  assert.deepEqual(called, ['agree 2', 'undo 2', 'undo 1']);
  assert.match(text(shown), /undone, agreed by bo .* waiting for a second person agree undo .* done undo$/);
  assert.equal(standing(DECISION), 'done');
});

Deno.test('without decisions the page says so', () => {
  assert.match(text(decisionTable([], {})), /Nobody has decided anything yet/);
});
