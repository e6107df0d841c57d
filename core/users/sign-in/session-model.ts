import { Schema } from 'mongoose'

/** One signed-in device. A token is good for as long as its session is there and has not been ended. */
export type Session = {
  _id: string
  user: string
  createdAt: Date
  expiresAt: Date
  /** to the minute; absent until the first use after that minute */
  lastUsedAt?: Date
  /** what the device's program says it is */
  agent?: string | null
  /** signed out, or ended by whoever may; the live feed finds it by this */
  endedAt?: Date
}

/** For how long what has ended is still there: much longer than any process takes to hear of it (live-feed.ts). */
export const keptEndedSeconds = 3_600

export const sessionsSchema = new Schema<Session>(
  {
    _id: String,
    user: String,
    createdAt: Date,
    expiresAt: Date,
    lastUsedAt: Date,
    agent: String,
    endedAt: Date,
  },
  { versionKey: false },
)
sessionsSchema.index({ user: 1, createdAt: -1 })
sessionsSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
sessionsSchema.index({ endedAt: 1 }, { expireAfterSeconds: keptEndedSeconds, sparse: true })

export const linkPurposes = ['setup', 'invite', 'confirm', 'reset', 'discord', 'slack'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/**
 * A single-use secret that was mailed or shown to somebody; only its SHA-256 is kept. `setup` makes the first
 * admin, `invite` sets a first password, `confirm` proves an address, `reset` sets a new password, `discord` and `slack` link an account there.
 */
export type Link = {
  _id: string
  purpose: LinkPurpose
  user: string | null
  pending?: string
  expiresAt: Date
}

export const linksSchema = new Schema<Link>(
  { _id: String, purpose: String, user: String, pending: String, expiresAt: Date },
  { versionKey: false },
)
linksSchema.index({ user: 1, purpose: 1 })
linksSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
