import type { Desk } from '../../desk.ts'

/** Creates the secret of the link for the first admin. Earlier links stop working. @returns null when there is an admin */
export async function firstAdminToken(desk: Pick<Desk, 'users' | 'links'>): Promise<string | null> {
  if ((await desk.users.admins()).length > 0) return null
  await desk.links.removeAll('setup', null)
  return desk.links.create('setup', { user: null })
}
