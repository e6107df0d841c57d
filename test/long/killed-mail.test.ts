import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttachedFile } from '../../core/attachments/attached-file.ts'
import { createFileBytes } from '../../core/attachments/file-bytes.ts'
import type { Comment } from '../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { startImapServer } from '../doubles/imap/imap-server.ts'
import { filePart, rawMail } from '../support/raw-mail.ts'
import { createWorld, type World } from '../support/story-world.ts'
import { waitFor } from '../support/wait-for.ts'

const address = 'support@example.com'
const secret = 'a-secret-of-the-webhook'
/** More than one piece of GridFS, and of what IMAP fetches at a time. */
const fileBytes = 700_000

let world: World
let server: Awaited<ReturnType<typeof startImapServer>>
beforeAll(async () => {
  server = await startImapServer({ user: address, pass: 'a password' })
  const settings = {
    ...{ INBOUND_MAIL_ADDRESS: address, IMAP_URL: server.url },
    INBOUND_MAIL_WEBHOOK_SECRET: secret,
  }
  world = await createWorld({ withGemini: false, settings })
  await reads()
})
afterAll(async () => {
  await world?.close()
  await server.stop()
})

const reads = () =>
  waitFor(async () => (await world.health()).services['mail-in']?.state === 'up', {
    what: 'the mailbox',
    timeoutMs: 30_000,
  })

const collection = <T extends { _id: string }>(name: string) => world.database.collection<T>(name)
const countOf = (name: string, filter: object = {}) => collection(name).countDocuments(filter)

/** @property words of its subject or its text @property content of its file */
type Sent = { raw: string; words: string; content: Buffer }

function mailOf(from: string, to: string, words: string): Sent {
  const content = randomBytes(fileBytes)
  const parts = [filePart('photo.bin', content)]
  return { words, content, raw: rawMail({ from, to, subject: words, text: words, parts }) }
}

/** Somebody who has filed a ticket by mail, and where they can answer. */
async function correspondent(name: string) {
  const email = `${name}@example.com`
  await world.signUp(email, name)
  server.deliver(rawMail({ from: email, to: address, subject: `First of ${name}` }))
  const confirmation = await waitFor(() => world.mailTo(email, /First of/), {
    what: `the confirmation for ${name}`,
    timeoutMs: 120_000,
  })
  return { email, replyTo: confirmation.headers['reply-to'] ?? '' }
}

/** Kills the desk when something becomes true in its database. */
async function killWhen(isTrue: () => Promise<boolean>) {
  await waitFor(isTrue, { what: 'the moment to kill the desk', timeoutMs: 60_000, everyMs: 1 })
  await world.desk().kill()
}

const killWhenAsked = (name: string, nth = 1) =>
  new Promise<void>((done) => {
    let count = 0
    server.onCommand((command) => {
      if (command !== name || ++count !== nth) return
      world.desk().child.kill('SIGKILL')
      void world
        .desk()
        .kill()
        .then(() => done())
    })
  })

async function more(name: string, filter: object = {}) {
  const before = await countOf(name, filter)
  return async () => (await countOf(name, filter)) > before
}

type Moment = [when: string, kill: () => Promise<void>]
const afterMs = (ms: number): Moment => [
  `${ms} ms after it came`,
  async () => {
    await sleep(ms)
    await world.desk().kill()
  },
]
const inDatabase: Moment[] = [
  ['a file is being stored', async () => killWhen(await more('files', { state: 'uploading' }))],
  ['bytes of a file are stored', async () => killWhen(await more('attachments.chunks'))],
  ['a file is stored', async () => killWhen(await more('files', { state: 'stored' }))],
  ['a comment is stored', async () => killWhen(await more('comments'))],
  ['a ticket is stored', async () => killWhen(await more('tickets'))],
  ['the confirmation is stored', async () => killWhen(await more('scheduledNotifications'))],
]
const timed = [20, 80, 160].map(afterMs)
const inMailbox: Moment[] = [
  ['a mail is fetched', () => killWhenAsked('UID FETCH')],
  ['a part of a mail is fetched', () => killWhenAsked('UID FETCH', 3)],
  ['a mail is marked as read', () => killWhenAsked('UID STORE')],
  ['the second mail is marked as read', () => killWhenAsked('UID STORE', 2)],
]

async function contentOf({ id }: AttachedFile): Promise<string> {
  const hash = createHash('sha256')
  const bytes = createFileBytes({ connection: world.database } as never)
  for await (const part of bytes.read(id)) hash.update(part)
  return hash.digest('hex')
}

/** @param found what holds the words of the mail */
async function expectOnce(found: { files?: AttachedFile[] | undefined }[], { words, content }: Sent) {
  expect(found, words).toHaveLength(1)
  const files = found[0]?.files ?? []
  expect(files, words).toMatchObject([{ name: 'photo.bin', size: content.length, state: 'ready' }])
  for (const file of files)
    expect(await contentOf(file), words).toBe(createHash('sha256').update(content).digest('hex'))
}

const expectComment = async (sent: Sent) =>
  expectOnce(await collection<Comment>('comments').find({ body: sent.words }).toArray(), sent)
const expectTicket = async (sent: Sent) =>
  expectOnce(await collection<Ticket>('tickets').find({ title: sent.words }).toArray(), sent)

const confirmations = async (email: string, { words }: Sent) =>
  (await world.mailsTo(email, /Filed/)).filter(({ subject }) => subject.includes(words))

/** The mails of one round: an answer and a new ticket, which its sender hears of. */
type Round = { when: string; kill: () => Promise<void>; email: string; answer: Sent; filed: Sent }

/** @returns of each moment, what is sent then, and by whom */
const prepared = (moments: Moment[], name: string) =>
  Promise.all(
    moments.map(async ([when, kill], nth) => {
      const { email: known, replyTo } = await correspondent(`${name}-${nth}`)
      // Tickets of one sender are confirmed once in five minutes, so this one has another address.
      const email = `${name}-other-${nth}@example.com`
      await world.signUp(email, `Other ${nth}`)
      const answer = mailOf(known, replyTo, `${name}-answer-${nth}`)
      return { when, kill, email, answer, filed: mailOf(email, address, `${name}-ticket-${nth}`) }
    }),
  )

async function play({ when, kill, answer, filed }: Round, deliver: (raw: string) => void) {
  console.log(`killed when ${when}`)
  const killed = kill()
  await sleep(5)
  for (const { raw } of [answer, filed]) deliver(raw)
  await killed
  server.onCommand(() => {})
  await world.restart()
  await reads()
}

async function expectRounds(rounds: Round[]) {
  for (const { email, answer, filed } of rounds) {
    await expectComment(answer)
    await expectTicket(filed)
    await expect.poll(() => confirmations(email, filed), { timeout: 30_000 }).toHaveLength(1)
  }
}

test('killed at any moment while a mailbox is read: each mail is a comment or a ticket once, with its file', async () => {
  const rounds = await prepared([...inMailbox, ...inDatabase, ...timed], 'imap')
  for (const round of rounds) await play(round, server.deliver)
  await expect
    .poll(() => server.folder.seen().length, { timeout: 120_000, interval: 500 })
    .toBe(server.folder.size())
  await sleep(3_000)
  await expectRounds(rounds)
  expect(server.violations).toEqual([])
})

/** As a provider does: again until it hears 200. */
async function post(raw: string) {
  for (;;) {
    const answer = await fetch(`${world.desk().url}/api/inbound-mail`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' },
      body: raw,
    }).catch(() => null)
    if (answer?.status === 200) return
    await sleep(500)
  }
}

test('killed at any moment while a provider delivers: the same', async () => {
  const rounds = await prepared([...inDatabase.slice(1), ...timed.slice(2)], 'webhook')
  const posted: Promise<void>[] = []
  for (const round of rounds) await play(round, (raw) => posted.push(post(raw)))
  await Promise.all(posted)
  await sleep(3_000)
  await expectRounds(rounds)
})
