import type { Desk } from '../desk.ts'
import { conflict } from '../errors.ts'
import { changeUser } from './change-user.ts'

const lastAdmin = () => conflict('This is the last admin: make another one first.')

/** @throws conflict when there is no admin but this one */
export async function demandAnotherAdmin(desk: Pick<Desk, 'users'>, id: string) {
  const admins = await desk.users.admins()
  if (admins.length === 1 && admins[0]?._id === id) throw lastAdmin()
}

/**
 * After somebody has ceased to be an admin: if two have just ended each other's role, neither may.
 * @throws conflict, and this one is an admin again
 */
export async function restoreIfLast(desk: Pick<Desk, 'users' | 'relay' | 'now'>, id: string) {
  if ((await desk.users.admins()).length > 0) return
  await changeUser(desk, id, () => ({ set: { role: 'admin', active: true } }))
  throw lastAdmin()
}
