import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { type MailFolder, type MailMessage, type MailSummary, openMailFolder } from './mail-folder.ts'
import { freePorts } from './ports.ts'
import type { Report } from './progress.ts'

export type LocalMailbox = {
  host: string
  port: number
  description: string
  /** The newest first; `limit` at most 100. */
  list(options: { limit: number }): Promise<MailSummary[]>
  /** One message with its texts; undefined when there is none by that id. */
  read(id: string): Promise<MailMessage | undefined>
  stop(): Promise<void>
}

const largestMessage = 25 * 1024 * 1024
const goodbyeMs = 2000

/**
 * Starts an SMTP server on 127.0.0.1 that keeps every message as a file in `folder`, and says "accepted" only then.
 * It wants no password (and takes any) and no encryption. The newest 1,000 messages are kept.
 */
export async function startMailbox(options: {
  folder: string
  report: Report
  port?: number
}): Promise<LocalMailbox> {
  const kept = await openMailFolder(options.folder)
  const server = new SMTPServer({
    banner: 'Deskbridge local mailbox',
    size: largestMessage,
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: goodbyeMs,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? 'anyone' }),
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
  server.on('error', (error) => options.report(`The local mailbox had a problem: ${error.message}`))
  return {
    host: '127.0.0.1',
    port,
    description: `a mailbox on this machine (${options.folder})`,
    list: ({ limit }) => kept.list(limit),
    read: kept.read,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Answers the id under which the message is kept; one that is too large is refused for good (RFC 5321: 552). */
async function accept(kept: MailFolder, stream: SMTPServerDataStream, recipients: string[]): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk)
  if (stream.sizeExceeded)
    throw Object.assign(new Error(`The message is over ${largestMessage} bytes`), { responseCode: 552 })
  return kept.add(Buffer.concat(chunks), recipients)
}

function listen(server: SMTPServer, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new Error(
          `The local mailbox cannot use port ${port} (${error.message}): free it or set MAILTRAP_SMTP_HOST`,
        ),
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}
