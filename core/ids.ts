import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

/**
 * Derives an id from a key, so that a request that is delivered repeatedly always gets the same id.
 * @param key names the delivery, e.g. `slack:<team>:<view id>` or `api:<user>:<Idempotency-Key>`
 * @returns 24 hex digits: the first 12 bytes of the key's SHA-256
 */
export const idFromKey = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 24)

/** A random id of 24 hex digits, for documents without a natural key. */
export const newId = () => randomBytes(12).toString('hex')

const idPattern = /^[0-9a-f]{24}$/
export const isId = (text: string) => idPattern.test(text)
export const idSchema = z.string().regex(idPattern, 'An id is 24 hex digits.')
