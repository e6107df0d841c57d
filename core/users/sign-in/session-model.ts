import { Schema } from 'mongoose'

/** One signed-in device. A token is valid while its session exists and has not ended. */
export type Session = {
  _id: string
  user: string
  createdAt: Date
  expiresAt: Date
  /** to the minute; absent during the first minute */
  lastUsedAt?: Date
  /** the User-Agent of the device's program */
  agent?: string | null
  /** when it was signed out or ended, read by the live feed */
  endedAt?: Date
}

/** How long an ended session is kept, so all processes notice the end (live-feed.ts). */
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
 * A single-use secret that was mailed or shown to a person. Only its SHA-256 is stored. `setup` creates the first admin,
 * `invite` sets a first password, `confirm` confirms an address, `reset` sets a new password, `discord` and `slack` link an
 * account there.
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
