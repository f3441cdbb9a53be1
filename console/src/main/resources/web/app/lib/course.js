// The course of a case, as the page shows it: what may be done in a state is for the service to say.

/** The steps that every case goes through, with the states that each stands for. */
const STEPS = [
  ['detected', []],
  ['quarantined', ['quarantined', 'review']],
  ['healing', ['healing', 'heal-failed']],
  ['verified', ['verifying', 'approval', 'rejected']],
  ['promoted', ['promoted', 'rolled-back']],
];
const BUSY = ['healing', 'verifying'];
const WAITS = ['review', 'approval', 'quarantined', 'rejected', 'heal-failed'];

/** Whether a job or a scan works at the case. */
export const busy = ({ state }) => BUSY.includes(state);

/** Whether it is a person's turn. */
export const waits = ({ state }) => WAITS.includes(state);

/** The steps with how far a case is: { name, done, current }. */
export function steps({ state }) {
  const at = STEPS.findIndex(([, states]) => states.includes(state));
  return STEPS.map(([name], i) => ({
    name,
    done: i < at || (i === at && state === 'promoted'),
    current: i === at,
  }));
}
