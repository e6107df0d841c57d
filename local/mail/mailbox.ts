import { randomBytes } from 'node:crypto'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { isSameSecret } from '../is-same-secret.ts'
import { loadOrCreateKeys } from '../load-or-create-keys.ts'
import { freePorts } from '../ports.ts'
import type { Report } from '../progress.ts'
import { type MailFolder, type MailMessage, type MailSummary, openMailFolder } from './mail-folder.ts'
import { replyTo } from './mail-reply.ts'

export type LocalMailbox = {
  host: string
  port: number
  user: string
  pass: string
  description: string
  /** newest first, `limit` at most 100 */
  list(options: { limit: number }): Promise<MailSummary[]>
  /** @returns undefined for an unknown id */
  read(id: string): Promise<MailMessage | undefined>
  /** the answer that the mail's recipient would send, as it travels. @returns undefined for an unknown id */
  reply(id: string, text: string): Promise<Uint8Array | undefined>
  /** From now on every mail is refused for a while, as by a server that is overloaded; or accepted again. */
  refuse(refusing: boolean): void
  stop(): Promise<void>
}

const maxMessageBytes = 25 * 1024 * 1024
const closeWithinMs = 2000
const user = 'desk'

/**
 * Starts an SMTP server on 127.0.0.1. It accepts a message only once it is stored as a file in `folder`, and keeps the
 * newest 1,000. It takes messages only with the password that it made for this folder, without encryption.
 */
export async function startMailbox(options: {
  folder: string
  report: Report
  port?: number
}): Promise<LocalMailbox> {
  const kept = await openMailFolder(options.folder)
  let refusing = false
  const { pass } = await loadOrCreateKeys(`${options.folder}.login.json`, () => ({
    pass: randomBytes(24).toString('hex'),
  }))
  const server = new SMTPServer({
    banner: 'Deskbridge local mailbox',
    size: maxMessageBytes,
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: closeWithinMs,
    onAuth: ({ username, password }, _session, callback) =>
      username === user && isSameSecret(password ?? '', pass)
        ? callback(null, { user })
        : callback(Object.assign(new Error('Wrong user name or password'), { responseCode: 535 })),
    onMailFrom: (_address, _session, callback) =>
      refusing
        ? callback(Object.assign(new Error('Service not available, try again later'), { responseCode: 421 }))
        : callback(),
    onData: (stream, session, callback) => {
      accept(
        kept,
        stream,
        session.envelope.rcptTo.map(({ address }) => address),
      ).then(
        (id) => callback(null, `kept as ${id}`),
        (error: Error) => callback(error),
      )
    },
  })
  const port = options.port ?? (await freePorts(1))[0] ?? 0
  await listen(server, port)
  server.on('error', (error) => options.report(`Local mailbox: ${error.message}`))
  return {
    host: '127.0.0.1',
    port,
    user,
    pass,
    description: `a mailbox on this machine (${options.folder})`,
    list: ({ limit }) => kept.list(limit),
    read: kept.read,
    reply: async (id, text) => {
      const mail = await kept.read(id)
      return mail && replyTo(mail, text)
    },
    refuse: (now) => {
      refusing = now
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Stores a message. One that is too large is refused for good (RFC 5321: 552). @returns its id */
async function accept(kept: MailFolder, stream: SMTPServerDataStream, recipients: string[]): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk)
  if (stream.sizeExceeded)
    throw Object.assign(new Error(`The message is over ${maxMessageBytes} bytes`), { responseCode: 552 })
  return kept.add(Buffer.concat(chunks), recipients)
}

function listen(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new Error(
          `The local mailbox cannot use port ${port} (${error.message}). Free the port, or set MAILTRAP_SMTP_HOST`,
        ),
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}
