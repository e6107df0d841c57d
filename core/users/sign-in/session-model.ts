import { z } from 'zod'
import { modelSchema } from '../../database/model-schema.ts'

/** One signed-in device. A token is good for as long as its session is there and has not been ended. */
const sessionSchema = z.object({
  _id: z.string(),
  user: z.string(),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().optional().describe('to the minute; absent until the first use after that minute'),
  agent: z.string().nullable().optional().describe('what the device’s program says it is'),
  endedAt: z.date().optional().describe('signed out, or ended by an admin: the live feed finds it by this'),
})
export type Session = z.infer<typeof sessionSchema>

/** For how long what has ended is still there: much longer than any process takes to hear of it (live-feed.ts). */
export const keptEndedSeconds = 3_600

export const sessionsSchema = modelSchema(sessionSchema)
sessionsSchema.index({ user: 1, createdAt: -1 })
sessionsSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
sessionsSchema.index({ endedAt: 1 }, { expireAfterSeconds: keptEndedSeconds, sparse: true })

export const linkPurposes = ['setup', 'invite', 'confirm', 'reset', 'discord', 'slack'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/**
 * A single-use secret that was mailed or shown to somebody; only its SHA-256 is kept. `setup` makes the first
 * admin, `invite` sets a first password, `confirm` proves an address, `reset` sets a new password, `discord` and `slack` link an account there.
 */
const linkSchema = z.object({
  _id: z.string(),
  purpose: z.enum(linkPurposes),
  user: z.string().nullable(),
  pending: z.string().optional(),
  expiresAt: z.date(),
})
export type Link = z.infer<typeof linkSchema>

export const linksSchema = modelSchema(linkSchema)
linksSchema.index({ user: 1, purpose: 1 })
linksSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
