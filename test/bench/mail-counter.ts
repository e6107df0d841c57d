import type { AddressInfo } from 'node:net'
import { text as readAll } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/**
 * A mail server on 127.0.0.1 that keeps nothing but the ticket numbers ("#42") in the subjects it has seen.
 * @property counts how many mails came about each ticket
 * @property others how many mails named no ticket
 */
export async function startMailCounter() {
  const counts = new Map<number, number>()
  const seen = { others: 0 }
  const waiting = new Map<number, () => void>()

  function note(mail: string) {
    const number = ticketIn(mail)
    if (number === null) {
      seen.others++
      return
    }
    counts.set(number, (counts.get(number) ?? 0) + 1)
    waiting.get(number)?.()
  }

  /** Resolves when a mail about this ticket is there. */
  const mailAbout = (number: number) =>
    new Promise<void>((resolve) => {
      if (counts.has(number)) resolve()
      else waiting.set(number, resolve)
    })

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onData: (stream, _session, callback) => {
      readAll(stream).then((mail) => {
        note(mail)
        callback(null)
      }, callback)
    },
  })
  server.on('error', () => {}) // A desk that is stopped may leave a connection half-way.
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.server.address() as AddressInfo).port,
    counts,
    others: () => seen.others,
    mailAbout,
    stop: () => new Promise<void>((done) => server.close(done)),
  }
}

export type MailCounter = Awaited<ReturnType<typeof startMailCounter>>

/** Long subjects go on in lines that begin with a blank (RFC 5322, 2.2.3). */
function ticketIn(mail: string): number | null {
  const subject = mail.match(/^Subject:((?:[^\r\n]|\r\n[ \t])*)/m)?.[1]
  const number = subject?.match(/#(\d+)/)?.[1]
  return number === undefined ? null : Number(number)
}
