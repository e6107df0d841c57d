import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

/**
 * The id that a piece of intake always gets, however often it is delivered.
 * @param key names the delivery, e.g. `slack:<team>:<view id>` or `api:<user>:<Idempotency-Key>`
 * @returns 24 hex digits: the first 12 bytes of its SHA-256
 */
export const idOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 24)

/** A fresh 24-digit hex id, for what has no natural key. */
export const newId = () => randomBytes(12).toString('hex')

const idPattern = /^[0-9a-f]{24}$/
export const isId = (text: string) => idPattern.test(text)
export const idSchema = z.string().regex(idPattern, 'An id is 24 hex digits.')
