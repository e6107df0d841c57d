import { z } from 'zod'
import { channels, eventNames } from './events.ts'
import { isTimeZone, timeZonePattern } from './local-time.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export const clockSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Give a time of day from 00:00 to 23:59.')
  .describe('local time of day, HH:MM')

export const daysSchema = z
  .array(z.enum(weekdays))
  .min(1, 'Choose at least one day.')
  .max(7)
  .transform((days) => weekdays.filter((day) => days.includes(day)))

export const quietHoursSchema = z
  .strictObject({
    from: clockSchema,
    to: clockSchema.describe('local time of day, HH:MM; not after `from`: on the next day'),
    days: daysSchema.describe('the days on which they begin'),
  })
  .refine(({ from, to, days }) => from !== to || days.length < 7, 'These quiet hours would never end.')

/** On or off, by event and channel. What is absent has its default. */
const matrixSchema = z.partialRecord(
  z.enum(eventNames),
  z.strictObject({
    mail: z.boolean().optional(),
    slack: z.boolean().optional(),
    discord: z.boolean().optional(),
  }),
)

const unknownTimeZone = 'Unknown time zone.'

export const timeZoneSchema = z
  .string()
  .max(64)
  .regex(timeZonePattern, unknownTimeZone)
  .refine(isTimeZone, { message: unknownTimeZone, when: ({ issues }) => issues.length === 0 })
  .describe(
    'a name in the IANA time zone database, in any case: Europe/Berlin, UTC, Etc/GMT-2; not an offset such as +02:00',
  )

/** How one person wants to be notified. */
export const preferencesSchema = z.strictObject({
  matrix: matrixSchema,
  timeZone: timeZoneSchema,
  quietHours: quietHoursSchema.nullable(),
  digest: z
    .strictObject({ on: z.boolean(), at: clockSchema })
    .describe('one mail a day instead of one for each event'),
  fallback: z.boolean().describe('use another channel when one refuses for good'),
})

export type Preferences = z.infer<typeof preferencesSchema>
export type QuietHours = z.infer<typeof quietHoursSchema>

export const defaultPreferences: Preferences = {
  matrix: {},
  timeZone: 'UTC',
  quietHours: null,
  digest: { on: false, at: '08:00' },
  fallback: true,
}

/** The preferences of a person, with defaults for what they never chose. */
export const preferencesOf = ({
  notifications,
}: {
  notifications?: Preferences | undefined
}): Preferences => ({
  ...defaultPreferences,
  ...notifications,
})

export const channelSchema = z.enum(channels)
