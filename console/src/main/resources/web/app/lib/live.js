// The fleet's events as they happen. Read as a stream instead of with EventSource, which can send no token.
import { headers } from './api.js';

const PAUSE = 1000;
const SILENCE = 25000;

/** Dispatches remediation, scan and training with the event as detail, and state with true or false. */
export const live = new EventTarget();
export let connected = false;

function state(now) {
  if (now !== connected) {
    connected = now;
    live.dispatchEvent(new CustomEvent('state', { detail: now }));
  }
}

function dispatch(block) {
  const kind = /^event: ?(.*)$/m.exec(block)?.[1];
  const data = [...block.matchAll(/^data: ?(.*)$/gm)].map((line) => line[1]).join('\n');
  if (kind && kind !== 'beat' && data) {
    live.dispatchEvent(new CustomEvent(kind, { detail: JSON.parse(data) }));
  }
}

async function listen() {
  const abort = new AbortController();
  let silence = setTimeout(() => abort.abort(), SILENCE);
  try {
    const response = await fetch('/api/console/live', { headers: headers(), signal: abort.signal });
    if (!response.ok) {
      return;
    }
    state(true);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(silence);
      silence = setTimeout(() => abort.abort(), SILENCE);
      const blocks = (rest + part.value).split('\n\n');
      rest = blocks.pop();
      blocks.forEach(dispatch);
    }
  } finally {
    clearTimeout(silence);
  }
}

export async function start() {
  for (;;) {
    try {
      await listen();
    } catch {
      // Tried again below.
    }
    state(false);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
