// Numbers with their units, times in the reader's zone.

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const COUNT = new Intl.NumberFormat();

export const time = (iso) => (iso ? TIME.format(new Date(iso)) : '–');
export const count = (n) => (n == null ? '–' : COUNT.format(n));
/** A number of things, in words that fit it. */
export const counted = (n, one) => `${count(n)} ${one}${n === 1 ? '' : 's'}`;
export const percent = (x, digits = 1) => (x == null ? '–' : `${(100 * x).toFixed(digits)}\u00a0%`);
export const decimals = (x, digits = 3) => (x == null ? '–' : x.toFixed(digits));
export const pValue = (p) => (p < 0.001 ? '< 0.001' : decimals(p));
export const short = (id) => (id && id.length > 20 ? `${id.slice(0, 10)}…` : id);

export function ago(iso) {
  if (!iso) {
    return '–';
  }
  const seconds = (new Date(iso) - Date.now()) / 1000;
  for (const [unit, size] of [
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
  ]) {
    if (Math.abs(seconds) >= size) {
      return RELATIVE.format(Math.round(seconds / size), unit);
    }
  }
  return RELATIVE.format(Math.round(seconds), 'second');
}

export function duration(seconds) {
  if (seconds == null) {
    return '–';
  }
  if (seconds < 60) {
    return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${Math.round(seconds % 60)} s` : `${(minutes / 60).toFixed(1)} h`;
}

/** The words that stand for states, everywhere the same. */
export const TONES = {
  healthy: 'good',
  promoted: 'good',
  ready: 'good',
  trusted: 'good',
  steady: 'good',
  accepted: 'good',
  released: 'good',
  poisoned: 'bad',
  quarantine: 'bad',
  quarantined: 'bad',
  failed: 'bad',
  'heal-failed': 'bad',
  rejected: 'bad',
  down: 'bad',
  attack: 'bad',
  blocked: 'bad',
  suspicious: 'warn',
  review: 'warn',
  suspected: 'warn',
  drift: 'warn',
  approval: 'warn',
  'not ready': 'warn',
  probation: 'warn',
  'rolled-back': 'warn',
  healing: 'busy',
  verifying: 'busy',
  ordered: 'busy',
  planned: 'busy',
  running: 'busy',
};
