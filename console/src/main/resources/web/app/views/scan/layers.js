import { html, nothing } from 'lit';
import { axis, plot } from '../../lib/chart.js';
import { count, decimals } from '../../lib/format.js';
import { table } from '../../lib/parts.js';

const COLUMNS = [
  ['layer', (one) => one.layer],
  ['label', (one) => one.label],
  ['samples', (one) => count(one.samples)],
  ['silhouette', (one) => decimals(one.silhouette)],
  ['Davies–Bouldin', (one) => decimals(one.daviesBouldin, 2)],
  ['energy distance', (one) => decimals(one.energyDistance)],
  ['p', (one) => decimals(one.pValue)],
  ['Fréchet', (one) => decimals(one.frechetDistance)],
];

/** How the vectors of each label lie in each layer; `shapes` has one entry for each of both. */
export function layers(shapes) {
  if (!shapes.length) {
    return nothing;
  }
  const compared = shapes.some((one) => one.energyDistance != null);
  return html`<section class="card">
    <h2>Layers</h2>
    <div class=${compared ? 'halves' : ''}>
      ${chart(shapes, 'silhouette', 'Silhouette of a split in two')}
      ${compared ? chart(shapes, 'energyDistance', 'Energy distance to the last healthy scan') : nothing}
    </div>
    ${table('Vectors of each label in each layer', COLUMNS, shapes)}
  </section>`;
}

/** A figure of the shapes: one value for each label and layer, null where there is none. */
export function series(shapes, name) {
  const layers = [...new Set(shapes.map((one) => one.layer))].sort();
  const labels = [...new Set(shapes.map((one) => one.label))];
  const value = (label, layer) => shapes.find((one) => one.label === label && one.layer === layer)?.[name] ?? null;
  return { layers, labels: labels.map((label) => [label, layers.map((layer) => value(label, layer))]) };
}

function chart(shapes, name, title) {
  const { layers, labels } = series(shapes, name);
  const option = () => ({
    ...plot(),
    xAxis: axis('layer and pooling', {
      type: 'category',
      data: layers.map((one) => one.replace('layer_', '').replace('_', ' ')),
    }),
    yAxis: axis('', { type: 'value' }),
    series: labels.map(([label, data]) => ({ type: 'bar', name: label, data })),
  });
  return html`<div>
    <h3>${title}</h3>
    <kenshin-chart label=${`${title}, by layer and label`} .option=${option}></kenshin-chart>
  </div>`;
}
