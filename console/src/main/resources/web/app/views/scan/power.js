import { html, nothing } from 'lit';
import { count, decimals, percent } from '../../lib/format.js';
import { table } from '../../lib/parts.js';

const COLUMNS = [
  ['leads to', (one) => one.label],
  ['poisoned samples', (one) => (one.samples == null ? `none: ${one.help}` : `${count(one.samples)} or more`)],
  ['of all', (one) => percent(one.rate)],
  ['text tells the label (AUC)', (one) => decimals(one.textAuc, 2)],
];

/** What this scan could have found: what its verdict is worth. */
export const power = (labels) =>
  labels?.length
    ? html`<section class="card">
        <h2>What would have been found</h2>
        <p class="muted">Nine times in ten, if the model obeys the trigger and its samples are of other kinds.</p>
        ${table('Least that would have been found', COLUMNS, labels)}
      </section>`
    : nothing;

const LANGUAGE = [
  ['language', (one) => one.name],
  ['samples', (one) => count(one.samples)],
  ['read by', (one) => (one.own ? 'its own rules' : 'tokens')],
];

/** How far samples were read, and in which languages. */
export const reading = (read) =>
  read
    ? html`<section class="card">
        <h2>How samples were read</h2>
        ${read.truncated
          ? html`<p>
              ${count(read.truncated)} samples are longer than the ${count(read.limit)} tokens that the model reads:
              nobody looked at the last ${count(read.unread)} tokens.
            </p>`
          : nothing}
        ${table('Languages', LANGUAGE, read.languages)}
      </section>`
    : nothing;
