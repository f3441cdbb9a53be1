// The samples of a case as the address filters them, and the one that is looked at.

const WAITS = 'review';

/** Samples that the filters of the address leave. */
export function filtered(members, params) {
  const [state, source] = ['state', 'source'].map((name) => params.get(name));
  const text = (params.get('text') ?? '').toLowerCase();
  return members.filter(
    (one) =>
      (!state || one.state === state) &&
      (!source || (one.source ?? 'not named') === source) &&
      (!text || `${one.sampleId} ${one.externalId ?? ''}`.toLowerCase().includes(text)),
  );
}

/** Where the sample is that the address names; the first where it names none of the list. */
export function placeOf(list, id) {
  return Math.max(
    0,
    list.findIndex((one) => one.sampleId === id),
  );
}

/** The next sample after a place that waits for a person, else the first that does. */
export const nextWaiting = (list, at) =>
  list.find((one, i) => i > at && one.state === WAITS) ?? list.find((one) => one.state === WAITS);

export const inState = (members, state) => members.filter((one) => one.state === state).length;
