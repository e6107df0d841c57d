import type { Desk } from '../../desk.ts'

/** Ends the links that could set another password or sign in without it. Call it once a password is set. */
export async function endPasswordLinks({ links }: Pick<Desk, 'links'>, user: string) {
  await links.removeAll('reset', user)
  await links.removeAll('invite', user)
  await links.removeAll('sign-in', user)
  await links.removeAll('slack-sign-in', user)
}
