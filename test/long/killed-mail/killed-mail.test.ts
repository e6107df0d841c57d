import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttachedFile } from '../../../core/attachments/attached-file.ts'
import { createFileBytes } from '../../../core/attachments/file-bytes.ts'
import { filePart, rawMail } from '../../support/raw-mail.ts'
import { waitFor } from '../../support/wait-for.ts'
import { createMailWorld, deskAddress, type MailWorld, rootAddress } from './mail-world.ts'

/** More than one chunk of GridFS, and more than IMAP fetches at a time. */
const fileBytes = 700_000
const patience = { timeoutMs: 60_000 }

let world: MailWorld
beforeAll(async () => {
  world = await createMailWorld()
})
afterAll(() => world?.close())

/** @property words its subject and its text, which no other mail has @property content of its file, `<words>.bin` */
type Sent = { raw: string; words: string; content: Buffer }

function mailOf(from: string, to: string, words: string): Sent {
  const content = randomBytes(fileBytes)
  const parts = [filePart(`${words}.bin`, content)]
  return { words, content, raw: rawMail({ from, to, subject: words, text: words, parts }) }
}

/** An answer of Root, and a new ticket of somebody who has none yet. */
type Round = { answer: Sent; filed: Sent }
const senders: string[] = []

async function newRound(): Promise<Round> {
  const nth = senders.length
  const sender = `sender-${nth}@example.com`
  await world.addPerson(sender)
  senders.push(sender)
  return {
    answer: mailOf(rootAddress, world.replyTo, `answer-${nth}`),
    filed: mailOf(sender, deskAddress, `ticket-${nth}`),
  }
}

const commentsOf = ({ words }: Sent) => world.database.comments.find({ body: words }).lean()
const ticketsOf = ({ words }: Sent) => world.database.tickets.find({ title: words }).lean()
const filesOf = ({ words }: Sent, state: object = {}) =>
  world.database.files.find({ name: `${words}.bin`, ...state }).lean()

/** Kills the desk once it has got so far with the mails of a round. */
type Moment = (round: Round) => Promise<unknown>

/** The desk has given the command, and hears no answer. */
const command =
  (name: string, nth = 1): Moment =>
  () =>
    new Promise<unknown>((killed) => {
      let count = 0
      world.inbox.onCommand((given) => {
        if (given === name && ++count === nth) killed(world.kill())
      })
    })

const stored =
  (find: (round: Round) => Promise<unknown[]>): Moment =>
  async (round) => {
    await waitFor(async () => (await find(round)).length > 0, { what: 'the moment', ...patience, everyMs: 1 })
    await world.kill()
  }

const inDatabase: [when: string, Moment][] = [
  ['a file is being stored', stored(({ answer }) => filesOf(answer))],
  ['a file is stored', stored(({ answer }) => filesOf(answer, { state: 'stored' }))],
  ['a comment is stored', stored(({ answer }) => commentsOf(answer))],
  ['a ticket is stored', stored(({ filed }) => ticketsOf(filed))],
]
const inMailbox: typeof inDatabase = [
  ['a mail is being fetched', command('UID FETCH', 3)],
  ['a stored mail is marked as read', command('UID STORE')],
  ['the next one is marked as read', command('UID STORE', 2)],
]

async function contentOf({ id }: AttachedFile): Promise<Buffer> {
  return Buffer.concat(await createFileBytes(world.database).read(id).toArray())
}

/** @param found the comments or tickets with the words of the mail */
async function expectOnce(found: { files?: AttachedFile[] | undefined }[], { words, content }: Sent) {
  expect(found, words).toHaveLength(1)
  const files = found[0]?.files ?? []
  expect(files, words).toMatchObject([{ name: `${words}.bin`, size: content.length, state: 'ready' }])
  for (const file of files) expect((await contentOf(file)).equals(content), words).toBe(true)
}

async function expectRound({ answer, filed }: Round) {
  await expectOnce(await commentsOf(answer), answer)
  await expectOnce(await ticketsOf(filed), filed)
}

test.each([...inMailbox, ...inDatabase])(
  'a mailbox is read, and the desk is killed when %s: each mail is a comment or a ticket once, with its file',
  async (_when, moment) => {
    const round = await newRound()
    const killed = moment(round)
    for (const { raw } of [round.answer, round.filed]) world.inbox.deliver(raw)
    await killed
    world.inbox.onCommand(() => {})
    await world.restart()
    const { folder } = world.inbox
    await waitFor(() => folder.seen().length === folder.size(), { what: 'the mails to be read', ...patience })
    await expectRound(round)
  },
)

test.each(inDatabase)(
  'a provider delivers, and the desk is killed when %s: the same',
  async (_when, moment) => {
    const round = await newRound()
    const killed = moment(round)
    const posted = [round.answer, round.filed].map(({ raw }) => world.post(raw))
    await killed
    await world.restart()
    await Promise.all(posted)
    await expectRound(round)
  },
)

test('each sender of a new ticket gets one answer that it was filed', async () => {
  const counts = () => Promise.all(senders.map(async (sender) => (await world.lettersTo(sender)).size))
  const ones = senders.map(() => 1)
  await expect.poll(counts, { timeout: 60_000, interval: 500 }).toEqual(ones)
  await waitFor(async () => (await world.health()).pending.documents === 0, {
    what: 'an idle desk',
    ...patience,
  })
  expect(await counts()).toEqual(ones)
  expect(world.inbox.violations).toEqual([])
})
