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
let ann: Awaited<ReturnType<typeof correspondent>>
beforeAll(async () => {
  server = await startImapServer({ user: address, pass: 'a password' })
  const settings = {
    ...{ INBOUND_MAIL_ADDRESS: address, IMAP_URL: server.url },
    INBOUND_MAIL_WEBHOOK_SECRET: secret,
  }
  world = await createWorld({ withGemini: false, settings })
  await reads()
  ann = await correspondent()
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
async function correspondent() {
  const email = 'ann@example.com'
  await world.signUp(email, 'Ann')
  server.deliver(rawMail({ from: email, to: address, subject: 'The first of Ann' }))
  const confirmation = await waitFor(() => world.mailTo(email, /The first of Ann/), {
    what: 'the confirmation',
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

/** `prepare` is called before the mails are sent, and what it returns then kills the desk. */
type Moment = [when: string, prepare: () => Promise<() => Promise<unknown>>]
const afterMs = (ms: number): Moment => [
  `${ms} ms after it came`,
  async () => async () => {
    await sleep(ms)
    await world.desk().kill()
  },
]
const atFirst = (name: string, filter?: object) => async () => {
  const isMore = await more(name, filter)
  return () => killWhen(isMore)
}
const atCommand = (name: string, nth?: number) => async () => {
  const killed = killWhenAsked(name, nth)
  return () => killed
}
const inDatabase: Moment[] = [
  ['a file is being stored', atFirst('files', { state: 'uploading' })],
  ['bytes of a file are stored', atFirst('attachments.chunks')],
  ['a file is stored', atFirst('files', { state: 'stored' })],
  ['a comment is stored', atFirst('comments')],
  ['a ticket is stored', atFirst('tickets')],
]
const timed = [20, 80, 160].map(afterMs)
const inMailbox: Moment[] = [
  ['a mail is fetched', atCommand('UID FETCH')],
  ['a part of a mail is fetched', atCommand('UID FETCH', 3)],
  ['a mail is marked as read', atCommand('UID STORE')],
  ['the second mail is marked as read', atCommand('UID STORE', 2)],
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

/** The mails of one round: an answer and a new ticket. */
type Round = { moment: Moment; answer: Sent; filed: Sent }

const roundsOf = (moments: Moment[], name: string) =>
  moments.map((moment, nth): Round => {
    const answer = mailOf(ann.email, ann.replyTo, `${name}-answer-${nth}`)
    return { moment, answer, filed: mailOf(ann.email, address, `${name}-ticket-${nth}`) }
  })

async function play({ moment, answer, filed }: Round, deliver: (raw: string) => void) {
  const [when, prepare] = moment
  console.log(`killed when ${when}`)
  const kill = await prepare()
  const killed = kill()
  for (const { raw } of [answer, filed]) deliver(raw)
  await killed
  server.onCommand(() => {})
  await world.restart()
  await reads()
}

async function expectRounds(rounds: Round[]) {
  for (const { answer, filed } of rounds) {
    await expectComment(answer)
    await expectTicket(filed)
  }
}

test('killed at any moment while a mailbox is read: each mail is a comment or a ticket once, with its file', async () => {
  const rounds = roundsOf([...inMailbox, ...inDatabase, ...timed], 'imap')
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
  const rounds = roundsOf([...inDatabase.slice(1), ...timed.slice(2)], 'webhook')
  const posted: Promise<void>[] = []
  for (const round of rounds) await play(round, (raw) => posted.push(post(raw)))
  await Promise.all(posted)
  await sleep(3_000)
  await expectRounds(rounds)
})
