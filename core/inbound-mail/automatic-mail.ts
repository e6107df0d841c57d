import type { MailHead } from './mail-head.ts'

const automaticPrecedence: ReadonlySet<string> = new Set(['bulk', 'junk', 'list', 'auto_reply'])
const automaticSenders = /^(?:mailer-daemon|postmaster)@/i

/**
 * Why a mail was not written by a person: it is an automatic reply, a bounce, from a mailing list, or the desk's own.
 * Answering or filing it may start a loop.
 * @param own where the desk gets mail, and the host in its Message-IDs @returns null for a person's mail
 */
export function automaticMailReason(
  { from, messageId, fields }: Pick<MailHead, 'from' | 'messageId' | 'fields'>,
  own: { address: string; host: string },
): string | null {
  const first = (name: string) => fields.get(name)?.[0]
  const word = (name: string) =>
    (first(name) ?? '')
      .replace(/[;(].*$/s, '')
      .trim()
      .toLowerCase()
  if (messageId?.toLowerCase().endsWith(`@${own.host.toLowerCase()}>`)) return 'it is the desk’s own'
  if (from?.toLowerCase() === own.address.toLowerCase()) return 'it is from the desk’s own address'
  // RFC 3834, 5: everything but "no" is automatic.
  if (fields.has('auto-submitted') && word('auto-submitted') !== 'no') return 'Auto-Submitted'
  if (automaticPrecedence.has(word('precedence'))) return 'Precedence'
  // Exchange marks its own automatic replies so: [MS-OXCMAIL] 2.1.3.2.20.
  if (/\b(?:all|oof|autoreply)\b/i.test(first('x-auto-response-suppress') ?? ''))
    return 'X-Auto-Response-Suppress'
  if (fields.has('x-autoreply') || fields.has('x-autorespond')) return 'X-Autoreply'
  if (fields.has('list-id') || fields.has('list-post')) return 'a mailing list'
  // RFC 5321, 4.5.5: what must not be answered has an empty sender.
  if (first('return-path')?.replaceAll(' ', '') === '<>') return 'an empty Return-Path'
  if (word('content-type') === 'multipart/report') return 'a delivery report'
  if (automaticSenders.test(from ?? '')) return 'a mail server'
  return null
}
