import assert from 'node:assert/strict';
import { timeLeft } from '../../main/resources/web/app/lib/eta.js';
import {
  ago,
  count,
  counted,
  decimals,
  duration,
  pValue,
  percent,
  short,
  time,
} from '../../main/resources/web/app/lib/format.js';

Deno.test('what is not known is a dash', () => {
  for (const written of [count(null), percent(undefined), decimals(null), duration(null), ago(null), time(null)]) {
    assert.equal(written, '–');
  }
});

Deno.test('numbers with their units', () => {
  assert.equal(percent(0.1234), '12.3\u00a0%');
  assert.equal(percent(0.5, 0), '50\u00a0%');
  assert.equal(decimals(0.12345, 2), '0.12');
  assert.equal(counted(1, 'sample'), '1 sample');
  assert.equal(counted(2, 'sample'), '2 samples');
  assert.equal(counted(0, 'sample'), '0 samples');
  assert.equal(pValue(0.0004), '< 0.001');
  assert.equal(pValue(0.0452), '0.045');
});

Deno.test('durations in the unit that fits', () => {
  assert.equal(duration(0.26), '0.3 s');
  assert.equal(duration(59), '59 s');
  assert.equal(duration(125), '2 min 5 s');
  assert.equal(duration(5400), '1.5 h');
});

Deno.test('long ids are cut, short ones are not', () => {
  assert.equal(short('0123456789abcdef01234'), '0123456789…');
  assert.equal(short('s-1234'), 's-1234');
});

Deno.test('how long ago in the greatest unit that it fills', () => {
  const before = (seconds) => ago(new Date(Date.now() - seconds * 1000).toISOString());
  const words = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

  assert.equal(before(5), words.format(-5, 'second'));
  assert.equal(before(125), words.format(-2, 'minute'));
  assert.equal(before(3 * 3600 + 5), words.format(-3, 'hour'));
  assert.equal(before(2 * 86400 + 5), words.format(-2, 'day'));
  assert.equal(before(-3601), words.format(1, 'hour'));
});

function withClock(test) {
  const real = Date.now;
  const clock = { now: 1_000_000 };
  Date.now = () => clock.now;
  try {
    test(clock);
  } finally {
    Date.now = real;
  }
}

Deno.test('time left follows from how fast a stage went since it was first seen', () => {
  withClock((clock) => {
    assert.equal(timeLeft('s-1', { stage: 'embed', done: 10, total: 100 }), '');
    clock.now += 900;
    assert.equal(timeLeft('s-1', { stage: 'embed', done: 30, total: 100 }), '');
    clock.now += 19_100;
    assert.equal(timeLeft('s-1', { stage: 'embed', done: 30, total: 100 }), ' · about 1 min 10 s left of this stage');
  });
});

Deno.test('a new stage, a stage that stands still and one of a single step say nothing', () => {
  withClock((clock) => {
    timeLeft('s-2', { stage: 'embed', done: 0, total: 100 });
    clock.now += 20_000;
    assert.equal(timeLeft('s-2', { stage: 'embed', done: 0, total: 100 }), '');
    assert.equal(timeLeft('s-2', { stage: 'prove', done: 50, total: 100 }), '');
    assert.equal(timeLeft('s-2', { stage: 'plan', done: 1, total: 1 }), '');
    assert.equal(timeLeft('s-2', null), '');
  });
});
