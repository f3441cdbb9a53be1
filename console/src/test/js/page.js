// What a browser gives a page, as far as the tests need it, and its templates as text.
import { HTMLElement, customElements } from '@lit-labs/ssr-dom-shim';
import { nothing } from 'lit';

const listening = new EventTarget();

Object.assign(globalThis, {
  window: globalThis,
  location: { hash: '' },
  history: { replaceState: (_state, _title, hash) => (location.hash = hash) },
  HTMLElement,
  customElements,
  addEventListener: listening.addEventListener.bind(listening),
  removeEventListener: listening.removeEventListener.bind(listening),
  dispatchEvent: listening.dispatchEvent.bind(listening),
});

/** Everything that a template holds, its handlers aside. */
function* parts(value) {
  if (Array.isArray(value)) {
    for (const one of value) {
      yield* parts(one);
    }
  } else if (value?.strings) {
    for (const [i, text] of value.strings.entries()) {
      yield text;
      yield* parts(value.values[i]);
    }
  } else if (value !== nothing && value != null && !['function', 'object'].includes(typeof value)) {
    yield String(value).replaceAll('<', '&lt;');
  }
}

/** The markup of a template, on one line. */
export const markup = (template) => [...parts(template)].join('').replace(/\s+/g, ' ');

/** What a reader sees of a template. */
export const text = (template) =>
  markup(template)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replace(/\s+/g, ' ')
    .trim();

/** Handlers of a template, by the event that they are for, in the order in which they stand. */
export function handlers(template, event) {
  if (Array.isArray(template)) {
    return template.flatMap((one) => handlers(one, event));
  }
  if (!template?.strings) {
    return [];
  }
  return template.values.flatMap((value, i) =>
    template.strings[i].endsWith(`@${event}=`) ? [value] : handlers(value, event),
  );
}
