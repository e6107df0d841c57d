/**
 * What somebody is typing survives a reload, a session that ends and the log-in page; it goes when it is sent and when
 * they log out. Kept in this tab only, under the person's id.
 */
const prefix = 'deskbridge:'

export function readKept<T>(name: string): T | null {
  try {
    const text = sessionStorage.getItem(prefix + name)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null // storage that is switched off keeps nothing, and typing still works
  }
}

export function keep(name: string, value: unknown) {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // as above
  }
}

export function forget(name: string) {
  try {
    sessionStorage.removeItem(prefix + name)
  } catch {
    // as above
  }
}

export function forgetAll() {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name)
}
