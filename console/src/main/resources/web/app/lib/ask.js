// What the page asks people and tells them.

export function notify(text, action) {
  window.dispatchEvent(new CustomEvent('kenshin-notify', { detail: { text, action } }));
}

/** Runs what a button does, and says what went wrong. */
export async function attempt(work, done) {
  try {
    const result = await work();
    if (done) {
      notify(typeof done === 'function' ? done(result) : done);
    }
    return result;
  } catch (e) {
    notify(e.message);
    return undefined;
  }
}

/** Asks for a reason, or only whether; resolves to the text, to true, or to null when it was called off. */
export function ask(title, text, { reason = false, confirm = 'Go on' } = {}) {
  return new Promise((resolve) => {
    window.dispatchEvent(new CustomEvent('kenshin-ask', { detail: { title, text, reason, confirm, resolve } }));
  });
}

export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const anchor = Object.assign(document.createElement('a'), { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
