// Which points of a map the address chooses.
import { inside, readArea } from '../../lib/map/area.js';

/** Fields of a point that can be filtered by, with the word for a point that has none. */
const FIELDS = { label: undefined, source: 'not named', decision: 'nothing found', triggerId: undefined };
const PARAMETERS = { label: 'label', source: 'source', decision: 'decision', trigger: 'triggerId' };

const valueOf = (point, field) => point[field] ?? FIELDS[field];

/** Every value of a field among points, in order. */
export const valuesOf = (points, field) => [...new Set(points.map((point) => valueOf(point, field)))].sort();

/** Findings first, then the oddest. */
export const findingsFirst = (points) =>
  [...points].sort(
    (a, b) => Number(Boolean(b.decision)) - Number(Boolean(a.decision)) || (b.oddness ?? 0) - (a.oddness ?? 0),
  );

/** What filters and lasso of the address leave: `left` by the filters, `chosen` of these by the lasso, `area`. */
export function selection(points, params) {
  const wanted = Object.entries(PARAMETERS).filter(([name]) => params.get(name));
  const area = readArea(params.get('area'));
  const left = points.filter((point) => wanted.every(([name, field]) => valueOf(point, field) === params.get(name)));
  return { area, left, chosen: area ? left.filter((point) => inside([point.x, point.y], area)) : left };
}
