import { readJson, remove, writeJson } from './storage.ts'

const key = 'deskbridge-signed-in'

/** Remembers that somebody is signed in, so that the log-in page knows of a session that ended by itself. */
export const noteSignedIn = () => writeJson('local', key, true)

export const noteLoggedOut = () => remove('local', key)

/** Why the log-in page is shown. @param isReturning it leads back to a page that was asked for */
export function logInReason(isReturning: boolean): string | null {
  if (readJson('local', key)) return 'Your session has ended. What you typed is kept: log in to continue.'
  return isReturning ? 'Log in to continue to the page you asked for.' : null
}
