// Small parts that are everywhere the same.
import { html, nothing } from 'lit';
import { TONES } from './format.js';

export const badge = (word) => html`<span class="badge ${TONES[word] ?? ''}">${word}</span>`;

/** Whether a trigger is proven. */
export const proof = ({ confirmed }) =>
  html`<span class="badge ${confirmed ? 'bad' : 'warn'}">${confirmed ? 'proven' : 'unproven'}</span>`;

/** Text as it stands in code. */
export const mono = (text) => html`<code class="mono">${text}</code>`;

export const empty = (text, action = nothing) =>
  html`<div class="empty">
    <p>${text}</p>
    ${action}
  </div>`;

export const bar = (label, value, text) =>
  html`<div class="bar">
    <span>${label}</span><meter min="0" max="1" .value=${value} aria-label=${label}></meter><span>${text}</span>
  </div>`;

export const progress = (label, done, total, note = '') =>
  html`<div class="progress">
    <span>${label}</span><progress max=${Math.max(1, total)} .value=${done} aria-label=${label}></progress
    ><span>${note}</span>
  </div>`;

/** A table; `columns` are [heading, cell(row)], and `row` gives the class of a row. */
export const table = (caption, columns, rows, row = () => '') =>
  html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(([heading]) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (one) =>
            html`<tr class=${row(one)}>
              ${columns.map(([, cell]) => html`<td>${cell(one)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** A control with its label. */
export const field = (label, control) => html`<label class="field"><span>${label}</span>${control}</label>`;

/** A choice among words; the empty one stands for all. */
export const select = (label, value, options, changed, all = 'all') =>
  field(
    label,
    html`<select @change=${(e) => changed(e.target.value)}>
      ${all === null ? nothing : html`<option value="" ?selected=${!value}>${all}</option>`}
      ${options.map((one) => html`<option value=${one} ?selected=${one === value}>${one}</option>`)}
    </select>`,
  );

/** One of several named things, for a form that needs it. */
export const pick = (label, name, things) =>
  field(
    label,
    html`<select name=${name} required>
      <option value="">choose</option>
      ${things.map((one) => html`<option>${one.name}</option>`)}
    </select>`,
  );
