import assert from 'node:assert/strict';

const ROOTS = ['src/main/resources/web', 'src/test/js', 'src/build'];
const WIDEST = 120;
const LONGEST = 200;

function* files(directory) {
  for (const entry of Deno.readDirSync(directory)) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory) {
      yield* files(path);
    } else {
      yield [path, Deno.readTextFileSync(path).trimEnd().split('\n')];
    }
  }
}

const all = ROOTS.flatMap((root) => [...files(root)]);

Deno.test('every line can be read without scrolling', () => {
  const wide = all.flatMap(([path, lines]) =>
    lines.flatMap((line, i) => (line.length > WIDEST ? [`${path}:${i + 1}`] : [])),
  );

  assert.ok(all.length > 50);
  assert.deepEqual(wide, []);
});

Deno.test('every script of the page is short', () => {
  const long = all.filter(([path, lines]) => path.includes('/web/') && path.endsWith('.js') && lines.length > LONGEST);

  assert.deepEqual(
    long.map(([path]) => path),
    [],
  );
});
