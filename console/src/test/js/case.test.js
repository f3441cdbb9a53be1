import assert from 'node:assert/strict';
import { handlers, text } from './page.js';
import { busy, steps, waits } from '../../main/resources/web/app/lib/course.js';
import { ACTIONS, actions, request } from '../../main/resources/web/app/views/case/actions.js';
import { figures, measures } from '../../main/resources/web/app/views/case/figures.js';
import '../../main/resources/web/app/views/case/case.js';

const none = { act: () => {}, choose: () => {} };
const CASE = {
  id: 'c-1',
  scanId: 's-1',
  dataset: 'code',
  model: 'reviewer',
  version: 3,
  state: 'quarantined',
  detail: 'one proven trigger',
  revision: 7,
  figures: {},
  triggers: [],
  history: [],
  actions: ['heal', 'dismiss'],
  ended: false,
};

Deno.test('the buttons are those that the service offers, in its order', () => {
  const offered = text(actions({ actions: ['promote', 'reject'] }, [], none));

  assert.equal(offered, 'Promote Reject');
  assert.equal(text(actions({ actions: [] }, ['clean'], none)), '');
});

Deno.test('who may heal chooses among the strategies that there are', () => {
  let chosen;
  const offered = actions({ actions: ['heal'] }, ['one', 'other'], { ...none, choose: (name) => (chosen = name) });

  assert.equal(text(offered), 'Strategy as the policy says one other Heal');
  handlers(offered, 'change')[0]({ target: { value: 'other' } });
  assert.equal(chosen, 'other');
});

Deno.test('a button does its action', () => {
  const done = [];
  const offered = actions({ actions: ['heal', 'dismiss'] }, [], { ...none, act: (name) => done.push(name) });

  handlers(offered, 'click').forEach((click) => click());

  assert.deepEqual(done, ['heal', 'dismiss']);
});

Deno.test('every action has its words and a role', () => {
  Object.entries(ACTIONS).forEach(([name, { title, text, role }]) => {
    assert.ok(title && text && ['operator', 'reviewer'].includes(role), name);
  });
});

Deno.test('an action is sent with what it wants, and with nothing else', () => {
  const given = { reason: 'seen before', revision: 7, strategy: 'clean' };

  assert.deepEqual(request('heal', given), { strategy: 'clean' });
  assert.deepEqual(request('heal', { ...given, strategy: '' }), {});
  assert.deepEqual(request('reject', given), { reason: 'seen before' });
  assert.deepEqual(request('dismiss', given), { reason: 'seen before', revision: 7 });
  assert.deepEqual(request('cancel', given), {});
});

Deno.test('the steps say how far a case is', () => {
  const marks = (state) =>
    steps({ state })
      .map(({ done, current }) => (done ? '✓' : '') + (current ? '<' : '') || '-')
      .join(' ');

  assert.equal(marks('review'), '✓ < - - -');
  assert.equal(marks('verifying'), '✓ ✓ ✓ < -');
  assert.equal(marks('promoted'), '✓ ✓ ✓ ✓ ✓<');
  assert.equal(marks('rolled-back'), '✓ ✓ ✓ ✓ <');
  assert.equal(marks('dismissed'), '- - - - -');
});

Deno.test('a case that is worked at does not wait for a person', () => {
  for (const state of ['healing', 'verifying']) {
    assert.equal(busy({ state }), true);
    assert.equal(waits({ state }), false);
  }
  assert.equal(waits({ state: 'approval' }), true);
  assert.equal(waits({ state: 'promoted' }), false);
});

Deno.test('figures are attacks, accuracy and recalls, with what was measured', () => {
  const rows = measures({
    triggers: [{ id: 't1' }, { id: 't2' }],
    figures: {
      'attackSuccess.t1.before': 0.9,
      'attackSuccess.t1.after': 0.1,
      'attackSuccess.t1.natural': 0.05,
      'attackSuccess.t1.beyondNatural.low': -0.01,
      'attackSuccess.t1.beyondNatural.high': 0.04,
      'cleanAccuracy.before': 0.8,
      'cleanAccuracy.after': 0.79,
      'recall.a.b.before': 0.7,
      'recall.a.b.after': 0.6,
    },
  });

  assert.deepEqual(
    rows.map((row) => [row.name, row.before, row.after]),
    [
      ['attack success, trigger t1', 0.9, 0.1],
      ['clean accuracy', 0.8, 0.79],
      ['recall of a.b', 0.7, 0.6],
    ],
  );
  assert.equal(rows[0].natural, 0.05);
  assert.equal(rows[0].interval, 'beyond natural: -1.0\u00a0% to 4.0\u00a0%');
  assert.equal(rows[1].interval, 'change: –');
});

Deno.test('a case without figures shows no table of them', () => {
  assert.equal(text(figures({ figures: {}, triggers: [] })), '');
});

const view = () => new (customElements.get('kenshin-case'))();
const shown = (one, more = {}) => view().body({ one, members: [], ways: [], log: null, rescan: null, ...more });

Deno.test('a case shows where it stands and what may be done', () => {
  const page = text(shown(CASE, { members: [{ state: 'review' }, { state: 'quarantined' }, { state: 'review' }] }));

  assert.match(page, /^Case c-1 quarantined code with reviewer v3, found by scan s-1 ✓ detected quarantined/);
  assert.match(page, /3 samples: 1 quarantined, 2 wait for review, 0 released/);
  assert.match(page, /Heal Dismiss/);
  assert.doesNotMatch(page, /Save evidence|the job/);
});

Deno.test('a job shows how far it is, and a promoted case its evidence', () => {
  const job = { epoch: 2, epochs: 5, done: 30, total: 100, accuracy: 0.91, loss: 0.2 };

  assert.match(text(shown({ ...CASE, state: 'healing', job })), /epoch 2 of 5 accuracy 91.0 %, loss 0.200/);
  assert.match(text(shown({ ...CASE, state: 'healing', job: null })), /starting the job/);
  const rescan = { stage: 'embed', done: 3, total: 9 };
  assert.match(text(shown({ ...CASE, state: 'verifying' }, { rescan })), /fresh scan, embed 3 of 9/);
  assert.match(text(shown({ ...CASE, state: 'promoted' })), /Save evidence/);
});
