const guestPages = ['/login', '/signup', '/welcome']

/**
 * Where to go after signing in: a path of this console. An address of another site, or anything that a browser would
 * read as one (`//host`, `/\host`, `javascript:`), becomes `/`.
 * @param wanted the `from` parameter as received @param origin this page's origin
 */
export function returnPath(wanted: string | null, origin: string): string {
  if (!wanted?.startsWith('/')) return '/'
  const url = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null
  if (!url || url.origin !== origin || url.pathname.startsWith('//')) return '/'
  if (guestPages.includes(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}

/** The log-in page that leads back to `url`. */
export function logInPath(url: string) {
  const { pathname, search } = new URL(url)
  return pathname === '/' ? '/login' : `/login?from=${encodeURIComponent(pathname + search)}`
}
