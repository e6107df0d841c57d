import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Visibility } from '../../tickets/comments/comment.ts'
import type { Ticket } from '../../tickets/ticket.ts'

/** Digits of base 32 in lower case (RFC 4648, 6): mail servers may change the case of an address. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
/** 100 bits: RFC 2104 allows no fewer than 80, and the local part has 64 octets (RFC 5321, 4.5.3.1.1). */
const signatureDigits = 20
const maxDigits = 10
/** How long the address itself may be before the @, so that everything fits. */
export const maxBaseLength = 64 - '+'.length - maxDigits - '-note.'.length - signatureDigits

/** Whom an address is for, and what a mail to it becomes. @property user their id */
export type ReplyTo = { ticket: Pick<Ticket, '_id' | 'number'>; user: string; visibility: Visibility }

/** An address as it was read. Nobody has checked the signature yet. @property number of the ticket */
export type SignedAddress = { number: number; visibility: Visibility; signature: string }

/**
 * Addresses to answer a notification at: `support+42.<signature>@example.com`, or `support+42-note.<signature>@...` for
 * an internal note. The signature covers the ticket, the person and the kind, and the address doesn't name the person:
 * a mail is theirs only if it also comes from their address. Addresses never expire, since people keep mails. What the
 * person may do is decided when their mail arrives.
 * @param secret a new one makes all earlier addresses worthless
 * @param address the desk's own, e.g. support@example.com
 */
export function createReplyAddresses(secret: string, address: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'deskbridge-reply-address', 32))
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  const pattern = new RegExp(
    `^${escaped(local)}\\+(\\d{1,${maxDigits}})(-note)?\\.([a-z2-7]{${signatureDigits}})@${escaped(domain)}$`,
    'i',
  )

  const signatureOf = ({ ticket, user, visibility }: ReplyTo) =>
    base32(createHmac('sha256', key).update(`${ticket._id}.${user}.${visibility}`).digest())

  const sign = (to: ReplyTo) =>
    `${local}+${to.ticket.number}${to.visibility === 'internal' ? '-note' : ''}.${signatureOf(to)}@${domain}`

  /** @returns null for an address of another form */
  function read(text: string): SignedAddress | null {
    const [, number, note, signature = ''] = pattern.exec(text.trim()) ?? []
    if (!number) return null
    return {
      number: Number(number),
      visibility: note ? 'internal' : 'public',
      signature: signature.toLowerCase(),
    }
  }

  /** Whether the address was made for this person and ticket. */
  const isFor = ({ signature }: Pick<SignedAddress, 'signature'>, to: ReplyTo) =>
    timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(to)))

  return { address, sign, read, isFor }
}

export type ReplyAddresses = ReturnType<typeof createReplyAddresses>

const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\*]/g, '\\$&')

const base32 = (bytes: Buffer) =>
  Array.from({ length: signatureDigits }, (_, index) => {
    const bit = index * 5
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    return alphabet.charAt((pair >> (11 - (bit & 7))) & 31)
  }).join('')
