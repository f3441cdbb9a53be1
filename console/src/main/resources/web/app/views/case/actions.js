import { html, nothing } from 'lit';

/** What people can do with a case, in words: which of it they may, the service says. */
export const ACTIONS = {
  heal: {
    title: 'Heal',
    text: 'A job trains a healed version on what is not quarantined; it is verified before anything changes.',
    role: 'operator',
    look: 'primary',
  },
  cancel: { title: 'Cancel the job', text: 'The job ends; the case can be healed again.', role: 'operator' },
  promote: {
    title: 'Promote',
    text: 'The healed version goes into production.',
    role: 'reviewer',
    look: 'primary',
  },
  reject: {
    title: 'Reject',
    text: 'The healed version is not used; its figures are kept.',
    role: 'reviewer',
    look: 'danger',
    reasoned: true,
  },
  rollback: {
    title: 'Roll back',
    text: 'The version before goes into production again.',
    role: 'operator',
    look: 'danger',
  },
  dismiss: {
    title: 'Dismiss',
    text: 'All samples of the case are released, and the same evidence does not raise them again.',
    role: 'reviewer',
    reasoned: true,
    revised: true,
  },
  reopen: { title: 'Open again', text: 'The case is looked at again; its samples stay released.', role: 'reviewer' },
};

/** What is sent for an action: a reason, the revision that was decided about, a strategy; each where it wants one. */
export function request(name, { reason, revision, strategy }) {
  const { reasoned, revised } = ACTIONS[name];
  return {
    ...(reasoned ? { reason } : {}),
    ...(revised ? { revision } : {}),
    ...(name === 'heal' && strategy ? { strategy } : {}),
  };
}

/** The buttons of the actions that the service offers; to heal, by a strategy of those that there are. */
export function actions({ actions }, strategies, { act, choose }) {
  const strategy = html`<label class="field" data-needs="operator">
    <span>Strategy</span>
    <select @change=${(e) => choose(e.target.value)}>
      <option value="">as the policy says</option>
      ${strategies.map((one) => html`<option>${one}</option>`)}
    </select>
  </label>`;
  const button = (name) => {
    const { title, role, look } = ACTIONS[name];
    return html`<button data-needs=${role} class=${look ?? ''} @click=${() => act(name)}>${title}</button>`;
  };
  return html`${actions.includes('heal') ? strategy : nothing} ${actions.map(button)}`;
}
