import { z } from 'zod'
import { clockSchema, daysSchema, timeZoneSchema } from '../preferences/preferences.ts'

export const maxShifts = 14
export const maxAbsences = 30

export const shiftSchema = z.strictObject({
  days: daysSchema.describe('the days on which it begins'),
  from: clockSchema,
  to: clockSchema.describe('local time of day, HH:MM; not after `from`: on the next day'),
})

/** Both days belong to it. */
export const absenceSchema = z
  .strictObject({
    from: z.iso.date('Choose the first day.').describe('local date, YYYY-MM-DD'),
    to: z.iso.date('Choose the last day.').describe('local date, YYYY-MM-DD'),
  })
  .refine(({ from, to }) => from <= to, { message: 'It ends before it begins.', path: ['to'] })

/** When somebody is on duty by themselves. Without shifts they go on and off duty by hand. */
export const dutyScheduleSchema = z.strictObject({
  timeZone: timeZoneSchema,
  shifts: z.array(shiftSchema).max(maxShifts),
  absences: z.array(absenceSchema).max(maxAbsences),
})

export type Shift = z.infer<typeof shiftSchema>
export type Absence = z.infer<typeof absenceSchema>
export type DutySchedule = z.infer<typeof dutyScheduleSchema>
