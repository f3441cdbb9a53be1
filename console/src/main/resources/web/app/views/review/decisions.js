import { html, nothing } from 'lit';
import { count, time } from '../../lib/format.js';
import { empty, table } from '../../lib/parts.js';

export const undone = (decision) => decision.state === 'undone';

/** How a decision stands, in words. */
export const standing = ({ state, waits }) => (waits ? 'waiting for a second person' : state);

const state = (one) => `${standing(one)}${one.approver ? `, agreed by ${one.approver}` : ''}`;

/** The decisions about a case, the latest first; `agree` and `undo` are called with one of them. */
export function decisionTable(decisions, { agree, undo }) {
  const change = (one) =>
    html`<span class="chips" data-needs="reviewer">
      ${one.waits ? html`<button @click=${() => agree(one)}>agree</button>` : nothing}
      ${undone(one)
        ? nothing
        : html`<button aria-label=${`undo decision ${one.id}`} @click=${() => undo(one)}>undo</button>`}
    </span>`;
  const columns = [
    ['when', (one) => time(one.happened)],
    ['who', (one) => one.actor],
    ['what', (one) => `${one.action} ${count(one.samples)}`],
    ['reason', (one) => one.reason],
    ['state', state],
    ['change', change],
  ];
  return html`<section class="card">
    <h2>Decisions</h2>
    ${decisions.length
      ? table('The latest first', columns, [...decisions].reverse())
      : empty('Nobody has decided anything yet.')}
  </section>`;
}
