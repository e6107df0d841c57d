import type { Desk } from '../../desk.ts'

/** A one-time link's secret for making the first admin; null when there is one. An earlier link stops working. */
export async function firstAdminToken(desk: Pick<Desk, 'users' | 'links'>): Promise<string | null> {
  if ((await desk.users.admins()).length > 0) return null
  await desk.links.removeAll('setup', null)
  return desk.links.create('setup', { user: null })
}
