type Kind = 'session' | 'local'

/*
 * The browser's storage of this tab ('session') or of all tabs ('local'). A browser may refuse it, for example when
 * cookies are blocked: then nothing is stored, and everything else still works.
 */

export const readJson = <T>(kind: Kind, key: string): T | null =>
  attempt(() => JSON.parse(storageOf(kind).getItem(key) ?? 'null') as T | null, null)

export const writeJson = (kind: Kind, key: string, value: unknown) =>
  attempt(() => storageOf(kind).setItem(key, JSON.stringify(value)), undefined)

export const remove = (kind: Kind, key: string) => attempt(() => storageOf(kind).removeItem(key), undefined)

export const keysIn = (kind: Kind, prefix: string): string[] =>
  attempt(() => Object.keys(storageOf(kind)).filter((key) => key.startsWith(prefix)), [])

const storageOf = (kind: Kind) => (kind === 'session' ? sessionStorage : localStorage)

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}
