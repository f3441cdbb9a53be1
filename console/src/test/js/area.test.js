import assert from 'node:assert/strict';
import { inside, readArea, writeArea } from '../../main/resources/web/app/lib/map/area.js';

const SQUARE = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
];
// A notch from above reaches the middle.
const NOTCHED = [
  [0, 0],
  [4, 0],
  [4, 4],
  [2, 1],
  [0, 4],
];

Deno.test('a point in the lasso is inside, one beside it is not', () => {
  assert.equal(inside([1, 2], SQUARE), true);
  assert.equal(inside([5, 2], SQUARE), false);
  assert.equal(inside([-1, 2], SQUARE), false);
  assert.equal(inside([2, 5], SQUARE), false);
});

Deno.test('a notch does not belong to a lasso', () => {
  assert.equal(inside([2, 3], NOTCHED), false);
  assert.equal(inside([2, 0.5], NOTCHED), true);
  assert.equal(inside([0.5, 3], NOTCHED), true);
});

Deno.test('a corner at the height of a point counts once', () => {
  const diamond = [
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ];

  assert.equal(inside([0, 0], diamond), true);
  assert.equal(inside([-2, 0], diamond), false);
});

Deno.test('points by the hundred lie inside as their distance to a circle says', () => {
  const circle = Array.from({ length: 360 }, (_, i) => [Math.cos((i * Math.PI) / 180), Math.sin((i * Math.PI) / 180)]);
  for (let i = 0; i < 500; i++) {
    const [x, y] = [Math.sin(i * 1.7) * 1.5, Math.cos(i * 2.3) * 1.5];
    const distance = Math.hypot(x, y);
    if (Math.abs(distance - 1) > 0.001) {
      assert.equal(inside([x, y], circle), distance < 1, `${x}, ${y}`);
    }
  }
});

Deno.test('the address keeps a lasso to two decimals', () => {
  const written = writeArea([
    [1.23456, -2],
    [0, 3.999],
  ]);

  assert.equal(written, '1.23,-2.00;0.00,4.00');
  assert.deepEqual(readArea(written), [
    [1.23, -2],
    [0, 4],
  ]);
  assert.equal(readArea(''), null);
  assert.equal(readArea(null), null);
});
