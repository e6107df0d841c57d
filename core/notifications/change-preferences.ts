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

/**
 * Changes a person's notification preferences. Fields that are left out stay.
 * @throws invalid for each change to a locked cell
 */
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

/** Merges cell by cell. Cells and fields that are left out stay. */
function merged(before: Preferences, { matrix = {}, ...rest }: Input): Preferences {
  const cells = eventNames
    .map((event) => [event, { ...before.matrix[event], ...matrix[event] }] as const)
    .filter(([, cell]) => Object.keys(cell).length > 0)
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...before, ...given, matrix: Object.fromEntries(cells) }
}

/** The locked cells that the input would change. Sending one back with its current value is fine. */
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
