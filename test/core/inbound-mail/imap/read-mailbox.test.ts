import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readImapUrl } from '../../../../core/configuration/inbound-mail.ts'
import { createCheckpoint } from '../../../../core/database/checkpoint-store.ts'
import { newId } from '../../../../core/ids.ts'
import {
  type MailboxReader,
  mailboxKey,
  startReadingMailbox,
} from '../../../../core/inbound-mail/imap/read-mailbox.ts'
import { receiveMail } from '../../../../core/inbound-mail/receive-mail.ts'
import { createLog } from '../../../../core/log.ts'
import { startImapServer } from '../../../doubles/imap/imap-server.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../../support/desk-in-process.ts'
import { bytesOf, rawMail } from '../../../support/raw-mail.ts'

let at: DeskInProcess
let ann: Known
let server: Awaited<ReturnType<typeof startImapServer>>
const readers: MailboxReader[] = []

beforeAll(async () => {
  at = await deskInProcess({ inboundMail: { maxBytes: 500_000 } })
  ann = await at.somebody('user')
})
afterAll(() => at.close())
beforeEach(async () => {
  // A reader that was stopped may still note how far it came, so each test has a mailbox of its own.
  const user = `desk-${newId()}@example.com`
  server = await startImapServer({ user, pass: 'a "strong" pass\\word' })
  await at.database.tickets.deleteMany({})
  await at.database.checkpoints.deleteMany({})
})
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()))
  await server.stop()
  expect(server.violations).toEqual([])
})

type Receive = (source: AsyncIterable<Uint8Array>) => Promise<unknown>
const toDesk: Receive = (source) =>
  at.inbound ? receiveMail(at.inbound, source) : Promise.reject(new Error())

function start(receive: Receive = toDesk) {
  const settings = readImapUrl(server.url)
  const reader = startReadingMailbox({
    settings,
    receive,
    maxBytes: 500_000,
    checkpoint: createCheckpoint(at.database, mailboxKey(settings)),
    gateways: at.desk.gateways,
    now: at.desk.now,
    log: createLog('silent'),
  })
  readers.push(reader)
  return reader
}
const isUp = (reader: MailboxReader) => vi.waitFor(() => expect(reader.state().state).toBe('up'), waiting)
const waiting = { timeout: 20_000, interval: 50 }
const mail = (subject: string) => rawMail({ from: ann.user.email ?? '', to: 'support@example.com', subject })
const titles = async () =>
  (await at.database.tickets.find().sort({ number: 1 }).lean()).map(({ title }) => title)
const areFiled = (...expected: string[]) =>
  vi.waitFor(async () => expect(await titles()).toEqual(expected), waiting)

/** Fails at mails with these words, as a bug would. */
async function* refusing(source: AsyncIterable<Uint8Array>, words: string) {
  for await (const bytes of source) {
    if (Buffer.from(bytes).includes(words)) throw new TypeError('a bug')
    yield bytes
  }
}

describe('a mailbox', () => {
  test('is read as mails arrive; what was there before stays unread', async () => {
    server.deliver(mail('Before the desk'))
    const reader = start()
    await isUp(reader)
    server.deliver(mail('First printer'))
    await areFiled('First printer')
    server.deliver(mail('Second printer'))
    await areFiled('First printer', 'Second printer')
    await vi.waitFor(() => expect(server.folder.seen()).toEqual([2, 3]), waiting)
    expect(server.commands).toContain('IDLE')
  })

  test('is read on from where it was left, after a stop', async () => {
    const first = start()
    await isUp(first)
    await first.stop()
    server.deliver(mail('While it was away'))
    start()
    await areFiled('While it was away')
  })

  test('is read once by two processes, and by the other when one stops', async () => {
    const [one, other] = [start(), start()]
    await vi.waitFor(() => expect([one.state().state, other.state().state]).toContain('up'), waiting)
    expect(server.connections()).toBe(1)
    await one.stop()
    await isUp(other)
    server.deliver(mail('After the change'))
    await areFiled('After the change')
  })

  test('a process killed after it stored a mail and before it said so takes it in again, without a second ticket', async () => {
    let kills = 1
    const reader = start(async (source) => {
      await toDesk(source)
      if (kills-- > 0) throw new Error('killed')
    })
    await vi.waitFor(() => expect(server.commands).toContain('IDLE'), waiting)
    server.deliver(mail('Only once'))
    await vi.waitFor(() => expect(server.folder.seen()).toEqual([1]), waiting)
    await isUp(reader)
    expect(kills).toBe(-1)
    expect(await titles()).toEqual(['Only once'])
  })

  test('goes on after the connection was lost, and says so meanwhile', async () => {
    const reader = start()
    await isUp(reader)
    server.refuseLogin(true)
    server.dropConnections()
    await vi.waitFor(
      () =>
        expect(reader.state()).toMatchObject({
          state: 'down',
          detail: expect.stringMatching(/since .*Mails wait/),
        }),
      waiting,
    )
    expect(reader.state().detail).not.toContain('strong')
    server.deliver(mail('In the meantime'))
    server.refuseLogin(false)
    await areFiled('In the meantime')
    await isUp(reader)
  })

  test('whose messages were renumbered loses none and repeats none', async () => {
    const reader = start()
    await isUp(reader)
    server.deliver(mail('Read already'))
    await areFiled('Read already')
    await vi.waitFor(() => expect(server.folder.seen()).toEqual([1]), waiting)
    await reader.stop()
    server.deliver(mail('Not read yet'))
    server.folder.renumber()
    start()
    await areFiled('Read already', 'Not read yet')
  })

  test('one mail that fails each time holds up no other, and is tried again', async () => {
    const failing = (source: AsyncIterable<Uint8Array>) => toDesk(refusing(source, 'Fails each time'))
    const reader = start(failing)
    await isUp(reader)
    server.deliver(mail('Fails each time'))
    server.deliver(mail('After it'))
    await areFiled('After it')
    await vi.waitFor(() => expect(server.folder.seen()).toEqual([2]), waiting)
    await reader.stop()
    start()
    await areFiled('After it', 'Fails each time')
  })

  test('is read on from the last mail that was stored, when the desk is killed among many', async () => {
    const titlesGiven: string[] = []
    const noting: Receive = async (source) => {
      let raw = ''
      for await (const bytes of source) raw += Buffer.from(bytes)
      titlesGiven.push(/Subject: (.*)\r/.exec(raw)?.[1] ?? '')
      if (titlesGiven.length === 3) server.dropConnections()
      return toDesk(bytesOf(raw))
    }
    const first = start()
    await isUp(first)
    await first.stop()
    for (const nth of [1, 2, 3, 4]) server.deliver(mail(`Mail ${nth}`))
    start(noting)
    await areFiled('Mail 1', 'Mail 2', 'Mail 3', 'Mail 4')
    expect(titlesGiven).toEqual(['Mail 1', 'Mail 2', 'Mail 3', 'Mail 3', 'Mail 4'])
  })

  test('one mail that can’t be read, or is too large, holds up no other', async () => {
    await isUp(start())
    server.deliver(mail('Too large').replace('It burns.', 'x'.repeat(600_000)))
    server.deliver(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(500)}--b--`)
    server.deliver(mail('After both'))
    await areFiled('After both')
    await vi.waitFor(() => expect(server.folder.seen()).toEqual([1, 2, 3]), waiting)
  })
})
