import { html, nothing } from 'lit';

/** A question before something is done; Escape and Cancel call it off. */
export function dialog(asking, close) {
  if (!asking) {
    return nothing;
  }
  const answer = (value) => {
    close();
    asking.resolve(value);
  };
  const submit = (e) => {
    e.preventDefault();
    const field = e.target.elements.answer;
    if (!field) {
      answer(true);
    } else if (field.value.trim()) {
      answer(field.value.trim());
    }
  };
  return html`<dialog
    aria-labelledby="question"
    @cancel=${(e) => {
      e.preventDefault();
      answer(null);
    }}
  >
    <form @submit=${submit}>
      <h2 id="question">${asking.title}</h2>
      <p>${asking.text}</p>
      ${asking.reason
        ? html`<label class="field wide"
            ><span>${asking.field ?? 'Reason'}</span>
            <input
              name="answer"
              required
              maxlength="500"
              autocomplete="off"
              autofocus
              .value=${asking.value ?? ''}
              type=${asking.secret ? 'password' : 'text'}
          /></label>`
        : nothing}
      <div class="row end">
        <button type="button" @click=${() => answer(null)}>Cancel</button>
        <button class="primary">${asking.confirm}</button>
      </div>
    </form>
  </dialog>`;
}
