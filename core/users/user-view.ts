import { z } from 'zod'
import { dutyScheduleSchema } from './duty/duty-schedule.ts'
import { type User, userSchema } from './user.ts'

/** What the API returns of a user, without secrets. */
export const userViewSchema = userSchema
  .pick({ email: true, name: true, role: true, active: true, skills: true, capacity: true, onDuty: true })
  .extend({
    id: z.string(),
    languages: z.array(z.string()).describe('ISO 639-1; empty: not stated, which counts as English'),
    dutySchedule: dutyScheduleSchema.nullable().describe('null: on and off duty by hand only'),
    confirmed: z.boolean().describe('address confirmed'),
    slack: z.boolean().describe('linked to Slack'),
    discord: z.string().nullable().describe('Discord user id'),
    secondFactor: z.boolean().describe('two-step sign-in is on'),
    createdAt: z.iso.datetime(),
    seesAll: z
      .literal(true)
      .optional()
      .describe('set for moderators where the desk lets them see all tickets'),
  })

export type UserView = z.infer<typeof userViewSchema>

export const userViewOf = (user: User): UserView => ({
  id: user._id,
  email: user.email,
  name: user.name,
  role: user.role,
  active: user.active,
  skills: user.skills,
  languages: user.languages ?? [],
  capacity: user.capacity,
  onDuty: user.onDuty,
  dutySchedule: user.dutySchedule ?? null,
  confirmed: user.emailVerified,
  slack: user.slack !== undefined,
  discord: user.discord ?? null,
  secondFactor: user.secondFactor !== undefined,
  createdAt: user.createdAt.toISOString(),
  ...(user.seesAll ? { seesAll: true as const } : {}),
})
