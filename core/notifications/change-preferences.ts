import type { z } from 'zod'
import type { Desk } from '../desk.ts'
import { type FieldError, invalidFields } from '../errors.ts'
import { changeUser } from '../users/change-user.ts'
import { channels, eventNames } from '../users/preferences/events.ts'
import { type Preferences, preferencesOf, preferencesSchema } from '../users/preferences/preferences.ts'
import type { Actor, User } from '../users/user.ts'
import { cellOf } from './channels-for.ts'

export const changePreferencesSchema = preferencesSchema.partial()
type Input = z.infer<typeof changePreferencesSchema>

/** Changes a person's notification preferences; what is not given stays. @throws invalid at each locked cell */
export async function changePreferences(desk: Desk, actor: Actor, input: Input): Promise<User> {
  const changed = await changeUser(desk, actor._id, (user) => {
    const notifications = merged(preferencesOf(user), input)
    const errors = lockedCells(input, notifications, user)
    if (errors.length > 0) throw invalidFields(errors)
    return { set: { notifications } }
  })
  desk.sessionCache.forget()
  return changed
}

/** Cell by cell: what is not given stays. */
function merged(before: Preferences, { matrix = {}, ...rest }: Input): Preferences {
  const cells = eventNames
    .map((event) => [event, { ...before.matrix[event], ...matrix[event] }] as const)
    .filter(([, cell]) => Object.keys(cell).length > 0)
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...before, ...given, matrix: Object.fromEntries(cells) }
}

/** A locked cell may be sent back as it is. */
const lockedCells = ({ matrix = {} }: Input, after: Preferences, user: User): FieldError[] =>
  eventNames.flatMap((event) =>
    channels.flatMap((channel) => {
      const wanted = matrix[event]?.[channel]
      const { on, locked } = cellOf(event, channel, after, user)
      return wanted !== undefined && locked && wanted !== on
        ? [{ field: `matrix.${event}.${channel}`, message: locked }]
        : []
    }),
  )
