import type { UserView } from '../../../../core/users/user-view.ts'

const fields = ['name', 'role', 'active', 'skills', 'capacity', 'onDuty', 'discord'] as const

export type UserFields = Pick<UserView, (typeof fields)[number]>
export type UserEdit = Partial<UserFields>

export const userFieldsOf = (user: UserView): UserFields => {
  const { name, role, active, skills, capacity, onDuty, discord } = user
  return { name, role, active, skills, capacity, onDuty, discord }
}

/** Only what an admin has changed is sent, so that two admins editing one account don't undo each other. */
export const editOf = (user: UserView, typed: UserFields): UserEdit =>
  Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(user[field]) !== JSON.stringify(typed[field]))
      .map((field) => [field, typed[field]]),
  )

/** What follows from an edit that an admin should know before saving; null when nothing does. */
export function consequenceOf(user: UserView, edit: UserEdit, me: string): string | null {
  const losesAdmin = user.role === 'admin' && edit.role !== undefined && edit.role !== 'admin'
  const ends = edit.role !== undefined || edit.active === false
  if (user.id === me && (losesAdmin || edit.active === false))
    return 'This is your own account: you lose the admin pages at once and are signed out.'
  if (!ends) return null
  const who = user.id === me ? 'You are' : `${user.name} is`
  return `${who} signed out everywhere, and the change is in force at the next log-in.`
}
