import { html, nothing } from 'lit';
import { decimals, percent } from './format.js';
import { bar, mono } from './parts.js';

const bars = (evidence) => evidence.map((one) => bar(one.kind, one.strength, one.text));

/** Why a sample was found: what the trigger that it carries does, the proof, and scores that are weak by themselves. */
export function why(finding, trigger) {
  const weak = finding.evidence.filter((one) => one.weak);
  return html`<h3>Why</h3>
    ${trigger
      ? html`<p>
          It carries ${mono(trigger.text)}: put into other samples this turns ${percent(trigger.flipRate)} of them to
          ${trigger.targetLabel}, ordinary code turns ${percent(trigger.naturalFlipRate)}.
        </p>`
      : nothing}
    ${bars(finding.evidence.filter((one) => !one.weak))}
    ${weak.length
      ? html`<h3>Scores, weak by themselves</h3>
          ${bars(weak)}`
      : nothing}
    <p class="muted">
      Strength of the proof ${decimals(finding.score, 2)} of 1; judged <strong>${finding.decision}</strong>.
    </p>`;
}
