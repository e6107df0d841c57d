import { z } from 'zod'
import { type channels, eventNames, events } from '../users/preferences/events.ts'
import { preferencesOf, preferencesSchema } from '../users/preferences/preferences.ts'
import type { User } from '../users/user.ts'
import { cellOf, isConnected } from './channels-for.ts'

const cellSchema = z.object({
  on: z.boolean(),
  locked: z.string().nullable().describe('why it can’t be changed; null if it can'),
})

export const preferencesViewSchema = preferencesSchema.omit({ matrix: true }).extend({
  events: z.array(
    z.object({
      event: z.enum(eventNames),
      title: z.string(),
      cells: z.object({ mail: cellSchema, slack: cellSchema, discord: cellSchema }),
    }),
  ),
  connected: z
    .object({ mail: z.boolean(), slack: z.boolean(), discord: z.boolean() })
    .describe('channels on which you can be reached'),
})

export type PreferencesView = z.infer<typeof preferencesViewSchema>

const perChannel = <T>(of: (channel: (typeof channels)[number]) => T) => ({
  mail: of('mail'),
  slack: of('slack'),
  discord: of('discord'),
})

/** The preferences in effect: the person's choices, the defaults and the locked cells. */
export function preferencesViewOf(user: User): PreferencesView {
  const preferences = preferencesOf(user)
  const { matrix: _, ...rest } = preferences
  return {
    events: eventNames.map((event) => ({
      event,
      title: events[event].title,
      cells: perChannel((channel) => cellOf(event, channel, preferences, user)),
    })),
    connected: perChannel((channel) => isConnected(channel, user)),
    ...rest,
  }
}
