import { createTransport } from 'nodemailer'
import { RefusedByProvider, RetryLater } from '../provider-errors.ts'
import type { Mail } from './mail.ts'

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

type SmtpError = Error & { responseCode?: number; code?: string }

/**
 * Sends over SMTP. `send` throws RefusedByProvider when the server rejects an address for good (RFC 5321: 5yz), and
 * RetryLater for any other failure.
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
        headers: { ...mail.headers, 'Auto-Submitted': 'auto-generated' },
      })
      return response
    } catch (error) {
      throw readable(error as SmtpError)
    }
  }

  const verify = async () => {
    await transport.verify()
  }

  return { send, verify, close: () => transport.close() }
}

/** An unknown mailbox is final. A rejected log-in is not, since somebody will correct the password. */
function readable(error: SmtpError) {
  const code = error.responseCode ?? 0
  const final = code >= 500 && code < 600 && error.code === 'EENVELOPE'
  return final ? new RefusedByProvider(error.message) : new RetryLater(`Mail: ${error.message}`, 3_000)
}

export type Mailer = ReturnType<typeof createMailer>
