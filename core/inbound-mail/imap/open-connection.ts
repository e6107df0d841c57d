import { ImapFlow } from 'imapflow'
import type { ImapSettings } from '../../configuration/inbound-mail.ts'

const deadlines = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 120_000 }
/** IDLE is asked for again before the deadline above, so that a dead connection is noticed. */
const maxIdleTime = 60_000

/** Connects, signs in and opens the folder. The caller closes the connection. @throws Error without the password */
export async function openConnection(settings: ImapSettings): Promise<ImapFlow> {
  const { host, port, secure, needsTls, servername, user, pass, folder } = settings
  const client = new ImapFlow({
    ...{ host, port, secure, logger: false, disableAutoIdle: true, maxIdleTime },
    ...deadlines,
    ...(servername ? { servername } : {}),
    ...(secure ? {} : { doSTARTTLS: needsTls }),
    auth: { user, pass },
  })
  // Every error also rejects the command that it concerns, or closes the connection.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.mailboxOpen(folder)
    return client
  } catch (error) {
    client.close()
    throw error
  }
}
