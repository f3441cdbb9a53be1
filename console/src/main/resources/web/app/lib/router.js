// The page's address: #/view/part?filters. All that a reader chose stands in it, so that a link shows the same.

export function route() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, ...parts] = path.split('/').map(decodeURIComponent);
  return { view: view || 'overview', parts, params: new URLSearchParams(query ?? '') };
}

export function link(view, part, params = {}) {
  const chosen = Object.entries(params).filter(([, value]) => value !== '' && value != null);
  const query = new URLSearchParams(chosen).toString();
  return `#/${view}${part ? `/${encodeURIComponent(part)}` : ''}${query ? `?${query}` : ''}`;
}

/** Changes some filters of the address without leaving the view. */
export function choose(changes) {
  const now = route();
  const params = { ...Object.fromEntries(now.params), ...changes };
  history.replaceState(null, '', link(now.view, now.parts[0], params));
  window.dispatchEvent(new Event('kenshin-params'));
}
