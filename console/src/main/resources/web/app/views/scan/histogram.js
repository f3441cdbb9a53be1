import { html, nothing } from 'lit';
import { axis, colour, plot } from '../../lib/chart.js';

const BINS = 20;
const KINDS = [
  ['nothing found', '', () => '#8391a0'],
  ['review', 'review', () => colour('warn')],
  ['quarantine', 'quarantine', () => colour('bad')],
];

/** How many points of a decision lie in each of twenty equal parts of oddness. */
export function bins(points, decision) {
  const counts = new Array(BINS).fill(0);
  points
    .filter((point) => (point.decision ?? '') === decision)
    .forEach((point) => counts[Math.min(BINS - 1, Math.floor(point.oddness * BINS))]++);
  return counts;
}

/** How odd samples are, by what was judged. */
export function histogram(points) {
  const scored = points.filter((point) => point.oddness != null);
  if (!scored.length) {
    return nothing;
  }
  const option = () => ({
    ...plot(),
    xAxis: axis('mean percentile of the weak scores within the label, %', {
      type: 'category',
      data: Array.from({ length: BINS }, (_, i) => `${(100 * i) / BINS}`),
    }),
    yAxis: axis('samples', { type: 'value', nameGap: 38 }),
    series: KINDS.map(([name, decision, tone]) => ({
      type: 'bar',
      stack: 'all',
      name,
      data: bins(scored, decision),
      itemStyle: { color: tone() },
    })),
  });
  return html`<h2>How odd the samples are</h2>
    <kenshin-chart
      label="Histogram of the mean percentile of the weak scores, by what was judged"
      .option=${option}
    ></kenshin-chart>
    <p class="muted">
      No threshold on this score convicts anybody: poison is as ordinary as its neighbours. What convicts is the proof
      below.
    </p>`;
}
