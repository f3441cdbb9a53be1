import { html } from 'lit';
import { choose, route } from '../../lib/router.js';
import { nextWaiting } from './members.js';

/** What each key does in a review: the words for it, and the deed. */
const KEYS = {
  j: ['next sample', ({ list, at }) => look(list[at + 1])],
  k: ['sample before', ({ list, at }) => look(list[at - 1])],
  n: ['next that waits for review', ({ list, at }) => look(nextWaiting(list, at))],
  x: ['choose or leave out', ({ now, review }) => now && review.toggle(now.sampleId)],
  q: ['quarantine what is chosen, or this sample', ({ review }) => review.decide('quarantine')],
  r: ['release it', ({ review }) => review.decide('release')],
  d: ['beside its nearest neighbour', () => besideNeighbour()],
  u: ['undo the last decision', ({ review }) => review.undoLast()],
  '?': ['these keys', ({ review }) => review.explain()],
};

const look = (one) => one && choose({ at: one.sampleId });

/** Puts the nearest neighbour beside the sample, or takes it away. */
export const besideNeighbour = () => choose({ beside: route().params.get('beside') ? '' : '1' });

/** Whether a key is meant for the page: not for a field, a question, or the browser. */
function forThePage(e) {
  const field = ['INPUT', 'SELECT', 'TEXTAREA'].includes(e.target.tagName) && e.target.type !== 'checkbox';
  const shortcut = e.ctrlKey || e.metaKey || e.altKey;
  return !field && !shortcut && !document.querySelector('dialog[open]');
}

/** Does in a review what a key that was pressed stands for, if it stands for something. */
export function press(e, review) {
  const [, act] = (Object.hasOwn(KEYS, e.key) && forThePage(e) && KEYS[e.key]) || [];
  if (act) {
    e.preventDefault();
    act({ review, ...review.place() });
  }
}

/** The keys with what they do. */
export const help = () =>
  html`<dl class="facts">
    ${Object.entries(KEYS).map(
      ([key, [text]]) =>
        html`<dt><kbd>${key}</kbd></dt>
          <dd>${text}</dd>`,
    )}
  </dl>`;
