// What the person at the page may do. Elements say with data-needs which role they are for; the style sheet shows them
// to nobody else. The services decide for themselves: this only offers nothing that they would refuse.
import { get } from './api.js';

let roles = new Set();

export const may = (role) => roles.has(role);

/** Asks who this is; where nobody answers, what was known stays. */
export async function learn() {
  try {
    roles = new Set((await get('console/me')).roles);
    document.documentElement.dataset.roles = [...roles].join(' ');
  } catch {
    // Asked again when the connection is back.
  }
}
