// The services' REST interfaces, through the console's own origin.

export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const USER = 'kenshin-user';
const TOKEN = 'kenshin-token';

export const user = () => localStorage.getItem(USER) || 'somebody';
export const setUser = (name) => localStorage.setItem(USER, name.trim().slice(0, 80) || 'somebody');
export const setToken = (token) => sessionStorage.setItem(TOKEN, token);

export function headers(more = {}) {
  const token = sessionStorage.getItem(TOKEN);
  return {
    'Kenshin-Console': '1',
    // Asks for 499 instead of a way to the sign-in page, which only the browser itself can go.
    'X-Requested-With': 'JavaScript',
    // Header values are Latin-1: whatever else a name holds is kept readable.
    'Kenshin-User': user().replace(/[^\x20-\x7e]/g, '?'),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...more,
  };
}

async function failure(response) {
  let detail = `the service answered ${response.status}`;
  try {
    detail = (await response.json()).detail ?? detail;
  } catch {
    // Not every error is a problem document.
  }
  if (response.status === 499) {
    window.location.reload();
  }
  if (response.status === 401) {
    window.dispatchEvent(new Event('kenshin-unauthenticated'));
  }
  return new ApiError(response.status, detail);
}

async function send(method, url, body) {
  let response;
  try {
    response = await fetch(url, {
      method,
      headers: headers(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiError(0, 'the console does not answer: this page goes on when it is back');
  }
  if (!response.ok) {
    throw await failure(response);
  }
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** Paths are `service/path`, as `ingest/models`. */
export const get = (path) => send('GET', `/api/${path}`);
export const post = (path, body = {}) => send('POST', `/api/${path}`, body);
export const put = (path, body) => send('PUT', `/api/${path}`, body);
export const remove = (path) => send('DELETE', `/api/${path}`);

/** `get`, but null where there is none. */
export async function find(path) {
  try {
    return await get(path);
  } catch (e) {
    if (e.status === 404 || e.status === 409) {
      return null;
    }
    throw e;
  }
}

/** Sends a file and says how far it is, 0 to 1. */
export function upload(method, path, file, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, `/api/${path}`);
    Object.entries(headers({ 'Content-Type': 'application/octet-stream' })).forEach(([name, value]) =>
      request.setRequestHeader(name, value),
    );
    request.upload.addEventListener('progress', (e) => progress(e.lengthComputable ? e.loaded / e.total : 0));
    request.addEventListener('error', () => reject(new ApiError(0, 'the connection broke off')));
    request.addEventListener('load', () => {
      let answer = null;
      try {
        answer = JSON.parse(request.responseText || 'null');
      } catch {
        // An answer that is no JSON says nothing more than its status.
      }
      if (request.status >= 200 && request.status < 300) {
        resolve(answer);
      } else {
        reject(new ApiError(request.status, answer?.detail ?? `the service answered ${request.status}`));
      }
    });
    request.send(file);
  });
}

export const enc = encodeURIComponent;
