import { html, nothing } from 'lit';
import { percent } from '../../lib/format.js';
import { table } from '../../lib/parts.js';

const RECALL = /^recall\.(.*)\.after$/;
const COLUMNS = [
  ['measure', (row) => row.name],
  ['before', (row) => percent(row.before)],
  ['after', (row) => html`<strong>${percent(row.after)}</strong>`],
  ['base model (natural)', (row) => percent(row.natural)],
  ['interval', (row) => row.interval],
];

function range(figures, name) {
  const low = figures[`${name}.low`];
  return low == null ? '–' : `${percent(low)} to ${percent(figures[`${name}.high`])}`;
}

/** The measures of a case as rows: attack success of each trigger, clean accuracy, recall of each label. */
export function measures({ figures, triggers }) {
  const both = (name) => ({ before: figures[`${name}.before`], after: figures[`${name}.after`] });
  const attacks = triggers
    .map((one) => [one.id, `attackSuccess.${one.id}`])
    .filter(([, name]) => figures[`${name}.after`] != null)
    .map(([id, name]) => ({
      name: `attack success, trigger ${id}`,
      ...both(name),
      natural: figures[`${name}.natural`],
      interval: `beyond natural: ${range(figures, `${name}.beyondNatural`)}`,
    }));
  const recalls = Object.keys(figures)
    .map((name) => RECALL.exec(name)?.[1])
    .filter((label) => label !== undefined)
    .map((label) => ({ name: `recall of ${label}`, ...both(`recall.${label}`), interval: '–' }));
  const accuracy = { ...both('cleanAccuracy'), interval: `change: ${range(figures, 'cleanAccuracy.change')}` };
  return [...attacks, { name: 'clean accuracy', ...accuracy }, ...recalls];
}

/** What was measured before and after healing; nothing where nothing was yet. */
export const figures = (one) =>
  Object.keys(one.figures).length
    ? html`<section class="card">
        <h2>Before and after</h2>
        ${table('Measured on the test split, with 95 % intervals', COLUMNS, measures(one))}
      </section>`
    : nothing;
