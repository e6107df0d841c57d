const longest = 500
/** Any host will do: it shows where a browser would go. */
const base = 'http://desk.invalid'

/**
 * Where to go after signing in: a path of the console. What a browser would read as another address (`//host`, `/\host`),
 * and paths that aren't pages, become `/`.
 * @param wanted as received
 */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || wanted.length > longest) return '/'
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return '/'
  if (/^\/(?:api|slack|unsubscribe|assets)(?:\/|$)/i.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
