// Lays out the code of the page as Prettier does; with --check it changes nothing and says where it would.
import { format } from 'prettier/standalone.mjs';
import * as babel from 'prettier/plugins/babel.mjs';
import * as estree from 'prettier/plugins/estree.mjs';
import * as html from 'prettier/plugins/html.mjs';
import * as postcss from 'prettier/plugins/postcss.mjs';
import options from '../../.prettierrc.json' with { type: 'json' };

const ROOTS = ['src/main/resources/web', 'src/test/js', 'src/build'];
const PARSERS = { js: 'babel', css: 'css', html: 'html' };

const parserOf = (path) => PARSERS[path.split('.').pop()];

function* files(directory) {
  for (const entry of Deno.readDirSync(directory)) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory) {
      yield* files(path);
    } else if (parserOf(path)) {
      yield path;
    }
  }
}

/** The first line, from 1, in which two texts differ. */
function difference(one, other) {
  const [a, b] = [one.split('\n'), other.split('\n')];
  return a.findIndex((line, i) => line !== b[i]) + 1 || a.length + 1;
}

const check = Deno.args.includes('--check');
let faults = 0;
for (const path of ROOTS.flatMap((root) => [...files(root)])) {
  const written = Deno.readTextFileSync(path);
  const laidOut = await format(written, {
    ...options,
    parser: parserOf(path),
    plugins: [babel, estree, html, postcss],
  });
  if (laidOut === written) {
    continue;
  }
  if (check) {
    console.error(`${path}:${difference(written, laidOut)}: not laid out as the formatter does`);
    faults++;
  } else {
    Deno.writeTextFileSync(path, laidOut);
    console.log(path);
  }
}
if (faults) {
  console.error('target/node_modules/@deno/*/deno task format lays them out.');
  Deno.exit(1);
}
