import type { Desk } from '../../desk.ts'

/** Once a password is set, no link that is still in some mailbox may set another. */
export async function endPasswordLinks({ links }: Pick<Desk, 'links'>, user: string) {
  await links.removeAll('reset', user)
  await links.removeAll('invite', user)
}
