import { duration } from './format.js';

const seen = new Map();

/** Time left of a stage, from how fast it went since it was first seen; nothing before that can be told. */
export function timeLeft(id, step) {
  if (!step || step.total <= 1) {
    return '';
  }
  const key = `${id} ${step.stage}`;
  const first = seen.get(key) ?? { at: Date.now(), done: step.done };
  seen.set(key, first);
  const did = step.done - first.done;
  const seconds = (Date.now() - first.at) / 1000;
  return did > 0 && seconds > 1
    ? ` · about ${duration(((step.total - step.done) * seconds) / did)} left of this stage`
    : '';
}
