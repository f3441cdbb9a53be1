// The lasso as a polygon, and as the address holds it.

/** Whether a point lies in a polygon: how often a ray from it crosses an edge. */
export function inside([x, y], polygon) {
  let crossings = 0;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [ax, ay] = polygon[i];
    const [bx, by] = polygon[j];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) {
      crossings++;
    }
  }
  return crossings % 2 === 1;
}

export const writeArea = (polygon) => polygon.map((at) => at.map((value) => value.toFixed(2)).join(',')).join(';');
export const readArea = (text) => (text ? text.split(';').map((at) => at.split(',').map(Number)) : null);
