import { html, nothing } from 'lit';
import { count, short } from '../../lib/format.js';
import { badge, empty } from '../../lib/parts.js';
import { choose } from '../../lib/router.js';

const SHOWN = 500;

/** The list of samples, in which each can be looked at or chosen. */
export function picker(review, { list, at }) {
  const item = (one, i) =>
    html`<li class=${i === at ? 'now' : ''}>
      <input
        type="checkbox"
        aria-label=${`choose ${one.externalId ?? one.sampleId}`}
        .checked=${review.chosen.has(one.sampleId)}
        @change=${() => review.toggle(one.sampleId)}
      />
      <button aria-current=${i === at ? 'true' : nothing} @click=${() => choose({ at: one.sampleId })}>
        <span>${one.externalId ?? short(one.sampleId)}</span>${badge(one.state)}
      </button>
    </li>`;
  return html`<section class="card">
    <h2>Samples</h2>
    ${list.length
      ? html`<ul class="pick">
          ${list.slice(0, SHOWN).map(item)}
        </ul>`
      : empty('No sample is like that.')}
    ${list.length > SHOWN
      ? html`<p class="muted">The first ${SHOWN} of ${count(list.length)}: filter to see others.</p>`
      : nothing}
  </section>`;
}
