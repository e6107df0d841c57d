const key = 'playground-token'

/** The token of the link that the desk printed. It is kept for reloads of this tab and taken out of the address. */
export function takeToken(): string {
  const given = location.hash.slice(1)
  if (given) {
    sessionStorage.setItem(key, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  return given || (sessionStorage.getItem(key) ?? '')
}
