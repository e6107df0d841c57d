import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'
import { mailFailure, type SmtpError } from './mail-failure.ts'

export type MailSettings = {
  host: string
  port: number
  user?: string | undefined
  pass?: string | undefined
  from: string
}

const deadlines = {
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 15_000,
  dnsTimeout: 5_000,
}

/** Keeps out-of-office and other automatic replies away: RFC 3834, 5, and what Exchange reads ([MS-OXCMAIL] 2.1.3.2.20). */
const noAutomaticReplies = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
}

/**
 * Sends over SMTP. `send` throws RefusedByProvider when the server rejects a mail for good, and RetryLater for any other
 * failure: see `mail-failure.ts`.
 */
export function createMailer({ host, port, user, pass, from }: MailSettings) {
  const transport = createTransport({
    host,
    port,
    secure: port === 465,
    pool: true,
    maxConnections: 4,
    ...(user ? { auth: { user, pass: pass ?? '' } } : {}),
    ...deadlines,
  })

  /** @returns the server's answer, e.g. "250 OK: queued as 123" @throws RetryLater, RefusedByProvider */
  async function send(mail: Mail): Promise<string> {
    try {
      const { response } = await transport.sendMail({
        from,
        ...mail,
        headers: { ...mail.headers, ...noAutomaticReplies },
      })
      return response
    } catch (error) {
      throw mailFailure(error as SmtpError)
    }
  }

  const verify = async () => {
    await transport.verify()
  }

  return { send, verify, close: () => transport.close() }
}

export type Mailer = ReturnType<typeof createMailer>
