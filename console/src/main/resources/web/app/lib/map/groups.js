// The points of a map, put together by what colours them.

/** Points that are drawn smoothly, at most. */
const MOST = 20000;
const BANDS = 5;
/** An oddness of 1 belongs to the last band. */
const BELOW_ONE = 0.999;

function band(oddness) {
  const width = 100 / BANDS;
  const from = Math.floor(Math.min(BELOW_ONE, oddness) * BANDS) * width;
  return `${from}–${from + width} %`;
}

const KEYS = {
  label: (point) => point.label,
  source: (point) => point.source ?? 'not named',
  decision: (point) => point.decision ?? 'nothing found',
  score: (point) => (point.oddness == null ? 'not scored' : band(point.oddness)),
};

/**
 * Points by the name of their group, in the order of the names. `by` is label, source, decision or score; `shown` are
 * the ids that are left, or nothing where all are. Beyond what can be drawn smoothly there are all findings and an
 * equal part of the others.
 */
export function groups(points, by, shown) {
  const key = KEYS[by] ?? KEYS.decision;
  const every = Math.max(1, Math.ceil(points.length / MOST));
  const found = new Map();
  points.forEach((point, i) => {
    if ((point.decision || i % every === 0) && (!shown || shown.has(point.sampleId))) {
      const name = key(point);
      if (!found.has(name)) {
        found.set(name, []);
      }
      found.get(name).push(point);
    }
  });
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b)));
}
