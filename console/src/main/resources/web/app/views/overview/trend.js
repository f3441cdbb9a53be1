import { html, svg } from 'lit';
import { counted, decimals, time } from '../../lib/format.js';

const TONE = { poisoned: 'bad', suspicious: 'warn', healthy: 'good', failed: 'bad' };
const [LEFT, WIDTH, BOTTOM, HEIGHT] = [6, 288, 46, 36];

/** For each scan, how far the furthest label lies from the last healthy scan. */
export const distances = (points) =>
  points.map((point) => Math.max(0, ...point.labels.map((label) => label.energyDistance ?? 0)));

/** Distance of the furthest label to the last healthy scan, and the verdict of each scan. */
export function trend(points) {
  const far = distances(points);
  const top = Math.max(1e-9, ...far);
  const x = (i) => LEFT + (i * WIDTH) / Math.max(1, points.length - 1);
  const y = (i) => BOTTOM - (far[i] / top) * HEIGHT;
  const texts = points.map((point, i) => `${time(point.finished)}: ${point.verdict}, distance ${decimals(far[i])}`);
  const dot = ({ verdict }, i) =>
    svg`<circle class=${TONE[verdict] ?? ''} cx=${x(i)} cy=${y(i)} r="4"><title>${texts[i]}</title></circle>`;
  const measured = Math.max(0, ...far) > 0;
  return html`<figure class="trend">
    <svg
      class="spark"
      viewBox="0 0 300 56"
      preserveAspectRatio="none"
      role="img"
      aria-label=${`Trend. ${texts.join('; ')}`}
    >
      <path d=${points.map((_, i) => `${i ? 'L' : 'M'}${x(i)},${y(i)}`).join('')}></path>
      ${points.map(dot)}
    </svg>
    <figcaption>
      ${measured
        ? `distance to the last healthy scan (up to ${decimals(top)}), `
        : 'no healthy scan before to measure a distance to; '}${counted(points.length, 'scan')},
      coloured by verdict
    </figcaption>
  </figure>`;
}
