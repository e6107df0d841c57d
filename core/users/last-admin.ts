import { aboutUser, changesOf } from '../audit/record.ts'
import type { Desk } from '../desk.ts'
import { conflict } from '../errors.ts'
import { auditEffect, writeAuditNow } from '../outbox/audit.ts'
import { changeUser } from './change-user.ts'
import type { User } from './user.ts'

const byDesk = { surface: 'desk', address: null, agent: null } as const

const lastAdmin = () => conflict('This is the last admin: make another one first.')

/** @throws conflict when there is no admin but this one */
export async function assertAnotherAdmin(desk: Pick<Desk, 'users'>, id: string) {
  const admins = await desk.users.admins()
  if (admins.length === 1 && admins[0]?._id === id) throw lastAdmin()
}

/**
 * After somebody has ceased to be an admin: if two have just ended each other's role, neither may.
 * @throws conflict, and this one is an admin again
 */
export async function restoreIfLast(
  desk: Pick<Desk, 'users' | 'relay' | 'now' | 'audit' | 'log'>,
  id: string,
) {
  if ((await desk.users.admins()).length > 0) return
  const restored = await changeUser(desk, id, (user) => {
    const set = { role: 'admin', active: true } as const
    const event = { about: aboutUser(user), origin: byDesk, changes: changesOf<Partial<User>>(user, set) }
    return { set, effects: [auditEffect({ actor: null, action: 'account-changed', ...event })] }
  })
  await writeAuditNow(desk, restored)
  throw lastAdmin()
}
