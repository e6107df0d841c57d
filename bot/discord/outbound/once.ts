import { createHash } from 'node:crypto'
import type { Sending } from '../../../core/notifications/messengers/sending.ts'
import { snowflakeAt } from '../snowflake.ts'

/** How far the clocks of the desk and Discord may differ. */
const clockSkewMs = 5 * 60_000

/** Discord allows 25 characters. It compares nonces across channels, so the kind of message is part of the hash. */
export const nonceOf = (kind: string, { key }: Sending) =>
  createHash('sha256').update(`${kind}:${key}`).digest('hex').slice(0, 24)

/** The lowest id that a message can have which was posted after this time. */
export const oldestIdAt = (date: Date) => snowflakeAt(date.getTime() - clockSkewMs)
