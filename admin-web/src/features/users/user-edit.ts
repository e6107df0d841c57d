import type { UserView } from '../../../../core/users/user-view.ts'

const fields = ['name', 'role', 'active', 'skills', 'languages', 'capacity', 'onDuty', 'discord'] as const

export type UserFields = Pick<UserView, (typeof fields)[number]>
export type UserEdit = Partial<UserFields>

export const userFieldsOf = (user: UserView): UserFields => {
  const { name, role, active, skills, languages, capacity, onDuty, discord } = user
  return { name, role, active, skills, languages, capacity, onDuty, discord }
}

/** Sends only what an admin has changed, so that two admins editing one account don't undo each other. */
export const editOf = (user: UserView, typed: UserFields): UserEdit =>
  Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(user[field]) !== JSON.stringify(typed[field]))
      .map((field) => [field, typed[field]]),
  )

/** What an admin should know before saving an edit; null: nothing. */
export function consequenceOf(user: UserView, edit: UserEdit, me: string): string | null {
  const losesAdmin = user.role === 'admin' && edit.role !== undefined && edit.role !== 'admin'
  const ends = edit.role !== undefined || edit.active === false
  if (user.id === me && (losesAdmin || edit.active === false))
    return 'This is your own account: you will be signed out and lose access to the admin pages.'
  if (!ends) return null
  const who = user.id === me ? 'You' : user.name
  return `${who} will be signed out everywhere. The change applies from the next log-in.`
}
