import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { isId } from '../../ids.ts'
import { type EventName, eventNames } from '../../users/preferences/events.ts'

/** What an unsubscribe link turns off: mails about one event, or `all` optional mails. */
const unsubscribable = [...eventNames, 'all'] as const
export type Unsubscribable = EventName | 'all'

export type Unsubscription = { user: string; from: Unsubscribable }

/**
 * Tokens for the unsubscribe links in mails, which work without signing in (RFC 8058). The key is derived for this
 * purpose, so a token is useless elsewhere. Tokens never expire, since people keep mails.
 */
export function createUnsubscribeTokens(secret: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'deskbridge-unsubscribe', 32))
  const signatureOf = (content: string) => createHmac('sha256', key).update(content).digest()

  const sign = ({ user, from }: Unsubscription) =>
    `${user}.${from}.${signatureOf(`${user}.${from}`).toString('base64url')}`

  /** @returns null for an invalid token */
  function read(token: string): Unsubscription | null {
    const [user = '', from = '', signature = '', ...more] = token.split('.')
    const given = Buffer.from(signature, 'base64url')
    const expected = signatureOf(`${user}.${from}`)
    if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    return isId(user) && isUnsubscribable(from) ? { user, from } : null
  }

  return { sign, read }
}

const isUnsubscribable = (name: string): name is Unsubscribable =>
  (unsubscribable as readonly string[]).includes(name)

export type UnsubscribeTokens = ReturnType<typeof createUnsubscribeTokens>
