import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { isId } from '../ids.ts'
import { type EventName, eventNames } from './events.ts'

/** What a link in a mail turns off: mails about one event, or `all` that can be turned off. */
export const unsubscribable = [...eventNames, 'all'] as const
export type Unsubscribable = EventName | 'all'

export type Unsubscription = { user: string; from: Unsubscribable }

/**
 * Signed words in the links of mails (RFC 8058: no log-in). They turn something off for one person and are good for
 * nothing else: their key is made for them alone. They never expire, since mails are kept.
 */
export function createUnsubscribeTokens(secret: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'deskbridge-unsubscribe', 32))
  const signed = (words: string) => createHmac('sha256', key).update(words).digest()

  const sign = ({ user, from }: Unsubscription) =>
    `${user}.${from}.${signed(`${user}.${from}`).toString('base64url')}`

  /** @returns null for whatever is wrong with it */
  function read(token: string): Unsubscription | null {
    const [user = '', from = '', signature = '', ...more] = token.split('.')
    const given = Buffer.from(signature, 'base64url')
    const expected = signed(`${user}.${from}`)
    if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    return isId(user) && isUnsubscribable(from) ? { user, from } : null
  }

  return { sign, read }
}

const isUnsubscribable = (name: string): name is Unsubscribable =>
  (unsubscribable as readonly string[]).includes(name)

export type UnsubscribeTokens = ReturnType<typeof createUnsubscribeTokens>
