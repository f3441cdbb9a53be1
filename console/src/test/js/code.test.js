import assert from 'node:assert/strict';
import { differences } from '../../main/resources/web/app/lib/code/differences.js';
import { language } from '../../main/resources/web/app/lib/code/language.js';
import { stretches } from '../../main/resources/web/app/lib/code/stretches.js';

const cut = (code, ranges) => ranges.map(({ start, end }) => code.slice(start, end));

Deno.test('lines that only one side has differ, by their places in the whole', () => {
  const left = 'int a;\nint b;\nreturn a;';
  const right = 'int a;\nif (x) {}\nint c;\nreturn a;';

  const only = differences(left, right);

  assert.deepEqual(cut(left, only.left), ['int b;']);
  assert.deepEqual(cut(right, only.right), ['if (x) {}', 'int c;']);
});

Deno.test('another indentation is no difference', () => {
  assert.deepEqual(differences('  a\n\tb', 'a\n    b'), { left: [], right: [] });
});

Deno.test('what moved differs on both sides once', () => {
  const only = differences('a\nb\nc', 'b\nc\na');

  assert.deepEqual(cut('a\nb\nc', only.left), ['a']);
  assert.deepEqual(cut('b\nc\na', only.right), ['a']);
});

Deno.test('of two texts without a common line every line differs', () => {
  const only = differences('a\nb', 'c');

  assert.deepEqual(cut('a\nb', only.left), ['a', 'b']);
  assert.deepEqual(cut('c', only.right), ['c']);
});

Deno.test('what is left of both sides is the same', () => {
  const words = ['a', 'b', 'c', 'd'];
  const made = (seed) => Array.from({ length: 12 }, (_, i) => words[(seed * (i + 3) * 7919) % 4]).join('\n');
  for (let seed = 1; seed < 40; seed++) {
    const [left, right] = [made(seed), made(seed * 5 + 1)];
    const only = differences(left, right);
    const rest = (code, ranges) => {
      const starts = new Set(ranges.map((one) => one.start));
      let at = 0;
      return code.split('\n').filter((line) => {
        const start = at;
        at += line.length + 1;
        return !starts.has(start);
      });
    };

    assert.deepEqual(rest(left, only.left), rest(right, only.right));
  }
});

Deno.test('a stretch within one text', () => {
  assert.deepEqual(stretches([10], [{ start: 2, end: 5 }]), [[[2, 5]]]);
});

Deno.test('a stretch that goes across texts is cut where they end', () => {
  assert.deepEqual(stretches([4, 3, 5], [{ start: 2, end: 9 }]), [[[2, 4]], [[0, 3]], [[0, 2]]]);
});

Deno.test('texts that no range touches keep whole', () => {
  assert.deepEqual(stretches([4, 4], [{ start: 4, end: 6 }]), [[], [[0, 2]]]);
  assert.deepEqual(stretches([4], []), [[]]);
  assert.deepEqual(stretches([4], [{ start: 4, end: 4 }]), [[]]);
});

Deno.test('ranges in any order, and those that overlap, mark each place once', () => {
  const ranges = [
    { start: 6, end: 9 },
    { start: 1, end: 4 },
    { start: 3, end: 5 },
    { start: 2, end: 3 },
  ];

  assert.deepEqual(stretches([10], ranges), [
    [
      [1, 4],
      [4, 5],
      [6, 9],
    ],
  ]);
});

Deno.test('code is taken for the language that it looks like', () => {
  assert.equal(language('def f(x):\n    return x\n'), 'python');
  assert.equal(language('#include <stdio.h>\nint main() {}'), 'c');
  assert.equal(language('struct node *n; n->next = 0;'), 'c');
  assert.equal(language('class A { int f() { return 1; } }'), 'java');
});
