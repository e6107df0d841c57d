import { aboutUser, changesOf } from '../audit/record-audit-event.ts'
import type { Desk } from '../desk.ts'
import { conflict } from '../errors.ts'
import { auditEffect, writeAuditNow } from '../outbox/audit.ts'
import { changeUser } from './change-user.ts'
import type { User } from './user.ts'

const byDesk = { surface: 'desk', address: null, agent: null } as const

const lastAdmin = () => conflict('This is the last admin. Make someone else an admin first.')

/** @throws conflict when this is the only admin */
export async function assertAnotherAdmin(desk: Pick<Desk, 'users'>, id: string) {
  const admins = await desk.users.admins()
  if (admins.length === 1 && admins[0]?._id === id) throw lastAdmin()
}

/**
 * Restores an admin when none is left, e.g. after two admins ended each other's role at the same moment.
 * @throws conflict when it had to restore the role
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
