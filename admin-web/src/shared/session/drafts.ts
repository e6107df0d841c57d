/**
 * Drafts survive a reload and an ended session. Sending a draft and logging out remove it. They are kept in this tab
 * only, under the person's id.
 */
const prefix = 'deskbridge:'

export function readKept<T>(name: string): T | null {
  try {
    const text = sessionStorage.getItem(prefix + name)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null // without storage there are no drafts, but typing still works
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
