import { z } from 'zod'
import { modelSchema } from '../../database/model-schema.ts'
import { slackHandleSchema } from '../user.ts'

/** One signed-in device. A token is valid while its session exists and has not ended. */
const sessionSchema = z.object({
  _id: z.string(),
  user: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().optional().describe('to the minute; absent during the first minute'),
  confirmedAt: z.date().optional().describe('when the person last gave their password again'),
  agent: z.string().nullable().optional().describe('the User-Agent of the client'),
  endedAt: z.date().optional().describe('when it ended; read by the live feed'),
})
export type Session = z.infer<typeof sessionSchema>

/** How long an ended session is kept, so all processes notice the end (live-feed.ts). */
export const endedSessionSeconds = 3_600

export const sessionsSchema = modelSchema(sessionSchema)
sessionsSchema.index({ user: 1, createdAt: -1 })
sessionsSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
sessionsSchema.index({ endedAt: 1 }, { expireAfterSeconds: endedSessionSeconds, sparse: true })

export const linkPurposes = [
  'setup',
  'invite',
  'confirm',
  'reset',
  'sign-in',
  'slack-sign-in',
  'discord',
  'slack',
] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/**
 * A single-use secret that was mailed or shown to a person. Only its SHA-256 is stored. `setup` creates the first admin,
 * `invite` sets a first password, `confirm` confirms an address, `reset` sets a new password, `sign-in` and `slack-sign-in`
 * sign a person in, `discord` and `slack` link an account there.
 */
const linkSchema = z.object({
  _id: z.string(),
  purpose: z.enum(linkPurposes),
  user: z.string().nullable(),
  pending: z.string().optional(),
  next: z.string().optional().describe('path of the console to go on to'),
  slack: slackHandleSchema.optional().describe('who asked for it on Slack'),
  expiresAt: z.date(),
})
export type Link = z.infer<typeof linkSchema>

export const linksSchema = modelSchema(linkSchema)
linksSchema.index({ user: 1, purpose: 1 })
linksSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
