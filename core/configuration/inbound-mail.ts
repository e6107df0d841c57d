import { isIP } from 'node:net'
import { z } from 'zod'

/** Signed addresses need the rest of the 64 characters before the @: see `core/notifications/mail/reply-address.ts`. */
const maxLocalPart = 27

/** The desk adds `+42.<signature>` before the @, so the address has no + of its own. */
export const mailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    new RegExp(`^[a-z0-9](?:[a-z0-9._-]{0,${maxLocalPart - 2}}[a-z0-9])?@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$`),
    `must be an address without a plus, with at most ${maxLocalPart} characters before the @, e.g. support@example.com`,
  )

const ports: Record<string, number> = { 'imaps:': 993, 'imap:': 143 }

const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d+){3}|::1)$/.test(host)

const parts = (text: string) => {
  const url = URL.parse(text)
  return url && url.protocol in ports && url.hostname && url.username && url.password ? url : null
}

/** An IMAP URL (RFC 5092) with a password. Its path names the folder. */
export const imapUrl = z
  .string()
  .trim()
  .refine(
    (text) => parts(text) !== null,
    'must be imaps://user:password@host/folder, with %40 for an @ in the user name',
  )

/** @param text that `imapUrl` accepts. With imap:, the connection uses STARTTLS, except on this machine */
export function readImapUrl(text: string) {
  const url = new URL(text)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: Number(url.port) || (ports[url.protocol] ?? 993),
    secure: url.protocol === 'imaps:',
    needsTls: !isLoopback(host),
    servername: isIP(host) ? undefined : host,
    user: decodeURIComponent(url.username),
    pass: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  }
}

export type ImapSettings = ReturnType<typeof readImapUrl>
