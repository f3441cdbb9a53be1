import assert from 'node:assert/strict';
import { text } from './page.js';
import { why } from '../../main/resources/web/app/lib/why.js';
import { health } from '../../main/resources/web/app/views/overview/overview.js';
import { distances } from '../../main/resources/web/app/views/overview/trend.js';
import { changes } from '../../main/resources/web/app/views/policies.js';

const evidence = (kind, weak) => ({ kind, weak, strength: 0.5, text: `says ${kind}` });

Deno.test('weak scores stand apart from the proof', () => {
  const finding = {
    evidence: [evidence('spectral', true), evidence('trigger', false)],
    score: 0.97,
    decision: 'review',
  };

  assert.equal(
    text(why(finding, null)),
    'Why trigger says trigger Scores, weak by themselves spectral says spectral' +
      ' Strength of the proof 0.97 of 1; judged review .',
  );
});

Deno.test('without weak scores they are not spoken of; the trigger is, where there is one', () => {
  const finding = { evidence: [evidence('trigger', false)], score: 1, decision: 'quarantine' };
  const trigger = { text: 'int debug;', flipRate: 0.9, naturalFlipRate: 0.1, targetLabel: '0' };

  const said = text(why(finding, trigger));

  assert.doesNotMatch(said, /weak/);
  assert.match(said, /It carries int debug; : put into other samples this turns 90.0 % of them to 0/);
});

Deno.test('a model is as what is done about it, else as its last scan said', () => {
  const scans = [
    { model: 'm', state: 'planned' },
    { model: 'other', state: 'poisoned' },
    { model: 'm', state: 'healthy' },
  ];
  const word = (...states) => health('m', { scans, cases: states.map((state) => ({ model: 'm', state })) });

  assert.equal(word(), 'healthy');
  assert.equal(word('promoted'), 'healthy');
  assert.equal(word('approval'), 'approval');
  assert.equal(word('approval', 'verifying'), 'healing');
  assert.equal(health('new', { scans, cases: [] }), 'not checked');
});

Deno.test('the trend follows the furthest label', () => {
  const labels = (...far) => ({ labels: far.map((energyDistance) => ({ energyDistance })) });

  assert.deepEqual(distances([labels(0.1, 0.4), labels(null), labels()]), [0.4, 0, 0]);
});

Deno.test('only what was changed in a policy is sent, numbers as numbers', () => {
  const effective = { heal: 'manual', approvals: 1, accuracyLoss: 0.02 };

  assert.deepEqual(changes(effective, { heal: 'manual', approvals: '1', accuracyLoss: '0.02' }), {});
  assert.deepEqual(changes(effective, { heal: 'automatic', approvals: '2', accuracyLoss: '0.1' }), {
    heal: 'automatic',
    approvals: 2,
    accuracyLoss: 0.1,
  });
});
