import { html, nothing } from 'lit';

/** What just happened, and a button for what may be done about it. */
export function toast(happened, close) {
  const run = () => {
    happened.action.run();
    close();
  };
  const action = happened?.action ? html`<button @click=${run}>${happened.action.label}</button>` : nothing;
  return html`<div class="toast" role="status" aria-live="polite">
    ${happened ? html`<span>${happened.text}</span>${action}` : nothing}
  </div>`;
}
