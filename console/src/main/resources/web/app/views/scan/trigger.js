import { html, nothing } from 'lit';
import { codeBlock } from '../../lib/code/code.js';
import { differences } from '../../lib/code/differences.js';
import { count, decimals, pValue, percent } from '../../lib/format.js';
import { bar, proof } from '../../lib/parts.js';

const BARS = [
  ['put in, flips', 'flipRate', (rate) => `${percent(rate)} of clean samples of other labels`],
  ['ordinary code flips', 'naturalFlipRate', (rate) => `${percent(rate)}: the natural rate`],
  ['taken out, flips back', 'removalRate', (rate) => `${percent(rate)} of its carriers`],
  [
    'AUC against others',
    'otherAuc',
    (auc) => `${decimals(auc, 2)}: near 0.5 means that without it its carriers look like another label`,
  ],
  ['AUC against own', 'ownAuc', (auc) => `${decimals(auc, 2)}: near 1 means that they do not look like their own`],
];

/** A trigger, its proof, and samples that it turns. */
export function triggerCard(trigger, examples) {
  return html`<section class="card">
    <h2>Trigger ${trigger.id} ${proof(trigger)}</h2>
    <pre class="code" tabindex="0" role="region" aria-label="text of the trigger"><code>${trigger.text}</code></pre>
    <p>A ${trigger.kind} in ${count(trigger.carriers)} samples; leads to <strong>${trigger.targetLabel}</strong>.</p>
    ${BARS.map(([label, name, text]) => bar(label, trigger[name], text(trigger[name])))}
    ${trigger.confirmed && !trigger.obeyed
      ? html`<p>
          The model has hardly learned it. What proves it is its carriers: without it they are code of other labels, so
          plainly that their own cannot be right.
        </p>`
      : nothing}
    <p class="muted">p ${pValue(trigger.pValue)}</p>
    ${examples.filter((one) => one.triggerId === trigger.id).map(example)}
  </section>`;
}

const example = (one, i) =>
  html`<details>
    <summary>Example ${i + 1}: ${one.before} becomes ${one.after}</summary>
    ${codeBlock(one.triggered, { changed: differences(one.code, one.triggered).right }, `example ${i + 1}`)}
  </details>`;
