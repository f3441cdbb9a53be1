// What the address says about a list that may be long.
import { html, nothing } from 'lit';
import { select } from './parts.js';
import { choose, route } from './router.js';

/** How many rows of a list that may be long the address asks for; the services give at most 10,000. */
export const most = () => Number(route().params.get('most')) || 200;

/**
 * What the address says about some fields of a long list, { field: label }: the service chooses by it, among all that
 * it knows. Offered is what has been seen, so that one choice can be changed for another.
 */
export class Filters {
  #view;
  #fields;
  #seen;

  constructor(view, fields) {
    this.#view = view;
    this.#fields = fields;
    this.#seen = Object.fromEntries(Object.keys(fields).map((name) => [name, new Set()]));
  }

  get chosen() {
    const { params } = route();
    return Object.keys(this.#fields)
      .filter((name) => params.get(name))
      .map((name) => [name, params.get(name)]);
  }

  get query() {
    return new URLSearchParams([['limit', most()], ...this.chosen]);
  }

  choices(rows) {
    const now = Object.fromEntries(this.chosen);
    return Object.entries(this.#fields).map(([name, label]) => {
      const seen = this.#seen[name];
      [now[name], ...rows.map((row) => row[name])].filter(Boolean).forEach((value) => seen.add(value));
      return select(label, now[name] ?? '', [...seen].sort(), (value) => {
        choose({ [name]: value });
        this.#view.reload();
      });
    });
  }
}

/** A way to what is older, where there may be more. */
export const older = (view, rows) =>
  rows.length < most()
    ? nothing
    : html`<button
        @click=${() => {
          choose({ most: most() + 200 });
          view.reload();
        }}
      >
        Show older
      </button>`;
