import type { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncomingFile } from '../../../../core/attachments/attached-file.ts'
import { createClamd } from '../../../../core/attachments/clamd.ts'
import { refusedFiles } from '../../../../core/attachments/refused-files.ts'
import { newId } from '../../../../core/ids.ts'
import { createDeliveryStore } from '../../../../core/notifications/deliveries/delivery-store.ts'
import type { OutgoingFile } from '../../../../core/notifications/messengers/sending.ts'
import { RefusedByProvider, RetryLater } from '../../../../core/provider-errors.ts'
import { plainOf } from '../../../../core/text/sentence.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import type { Comment } from '../../../../core/tickets/comments/comment.ts'
import { deleteComment } from '../../../../core/tickets/comments/delete-comment.ts'
import { openTicket } from '../../../../core/tickets/open-ticket.ts'
import type { DiscordWorker } from '../../../../core/workflows/worker.ts'
import { eicar, startClamd } from '../../../doubles/clamd/clamd.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import { heldFiles, megabytesOf, png, streamOf } from '../../../support/files.ts'
import { deliverTicketToDiscord, fetchTicketFiles } from '../../../support/run-workflows.ts'
import { ann } from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

type Content = string | Uint8Array | Error | (() => Readable | AsyncIterable<Uint8Array>)

/** A worker whose chats have these files, by their ids; `posted` is what Discord was given. */
function workerWith(contents: Record<string, Content>, more: Partial<DiscordWorker['desk']> = {}) {
  const posted: { names: string[]; first: string; url: string }[] = []
  const removed: string[] = []
  const revised: (string | null)[] = []
  const openFile = async (from: { slack: { file: string } } | { discord: { attachment: string } }) => {
    const content = contents['slack' in from ? from.slack.file : from.discord.attachment]
    if (content instanceof Error) throw content
    const stream = typeof content === 'function' ? (content() as Readable) : streamOf(content ?? '')
    return { stream, size: 1 }
  }
  const discord = {
    openFile,
    postHeadline: async () => '1',
    openThread: async () => '2',
    postCard: async () => '3',
    postComment: async () => '4',
    reviseComment: async ({ files }: Comment) => {
      const refused = refusedFiles(files)
      revised.push(refused && plainOf(refused))
    },
    async postFiles(files: OutgoingFile[]) {
      const stream = await files[0]?.open()
      const parts = stream ? await stream.toArray() : []
      posted.push({
        names: files.map(({ name }) => name),
        first: Buffer.concat(parts).toString(),
        url: files[0]?.url ?? '',
      })
      return `posted ${posted.length}`
    },
    removeFiles: async (message: string) => void removed.push(message),
  }
  const worker = {
    desk: { ...at.desk, ...more },
    deliveries: createDeliveryStore(at.database),
    appUrl: 'https://desk.example',
    slack: { openFile },
    discord,
  } as object as DiscordWorker
  return { worker, posted, removed, revised }
}

const slackFile = (file: string, more: Partial<IncomingFile> = {}): IncomingFile => ({
  ...{ name: `${file}.txt`, size: 5, from: { slack: { team: 'T1', file } } },
  ...more,
})

async function filed(incoming: IncomingFile[] = []) {
  const input = { title: 'Printer on fire', description: 'See the picture.', urgency: 'normal' as const }
  return (await openTicket(at.desk, ann, { key: newId(), source: 'slack', input, incoming })).ticket._id
}
const commented = (ticket: string, incoming: IncomingFile[]) =>
  addComment(at.desk, ann, {
    ...{ ticket, surface: 'slack', key: newId(), message: '1.2', incoming },
    input: { body: '', visibility: 'public' },
  })
const filesOf = async (comment: string) => (await at.desk.comments.find(comment))?.files ?? []
const pending = async (ticket: string, queue: string) =>
  (await at.desk.tickets.find(ticket))?.outbox
    .filter((entry) => entry.queue === queue)
    .map(({ kind }) => kind)

test('a file in chat is there at once as coming, and then for the other side, once', async () => {
  const ticket = await filed()
  const { worker, posted } = workerWith({ F1: 'flame', F2: png })
  const { _id, files } = await commented(ticket, [slackFile('F1'), slackFile('F2', { name: 'x.png' })])
  expect(files).toMatchObject([{ state: 'coming' }, { state: 'coming', name: 'x.png' }])
  await fetchTicketFiles(worker, ticket)
  expect(await filesOf(_id)).toMatchObject([
    { name: 'F1.txt', type: 'text/plain', size: 5, state: 'ready' },
    { name: 'x.png', type: 'image/png', size: png.length, state: 'ready' },
  ])
  expect((await filesOf(_id))[0]).not.toHaveProperty('from')
  await deliverTicketToDiscord(worker, ticket)
  expect(posted).toMatchObject([{ names: ['F1.txt', 'x.png'], first: 'flame' }])
  expect(posted[0]?.url).toMatch(/^https:\/\/desk\.example\/files\/[\w-]+$/)
  expect((await at.desk.comments.find(_id))?.filesRelayed).toEqual({ discord: ['posted 1'] })
})

test('the files of a description are shown on Discord, those of a note nowhere', async () => {
  const ticket = await filed([slackFile('F1')])
  const { worker, posted } = workerWith({ F1: 'flame' })
  await fetchTicketFiles(worker, ticket)
  await deliverTicketToDiscord(worker, ticket)
  expect(posted).toHaveLength(1)
  expect((await at.desk.tickets.find(ticket))?.files).toMatchObject([{ state: 'ready', size: 5 }])
})

describe('a fault', () => {
  test('of the chat delays the files, and shows each once', async () => {
    const ticket = await filed()
    const { _id } = await commented(ticket, [slackFile('F1'), slackFile('F2')])
    const before = await heldFiles(at.database)
    const away = workerWith({ F1: 'flame', F2: new RetryLater('Slack is away', 1_000) })
    await expect(fetchTicketFiles(away.worker, ticket)).rejects.toThrow('Slack is away')
    expect(await filesOf(_id)).toMatchObject([{ state: 'ready' }, { state: 'coming' }])
    const back = workerWith({ F1: new Error('is not fetched again'), F2: 'smoke' })
    await fetchTicketFiles(back.worker, ticket)
    await deliverTicketToDiscord(back.worker, ticket)
    expect(back.posted).toMatchObject([{ names: ['F1.txt', 'F2.txt'] }])
    expect((await heldFiles(at.database)).files).toBe(before.files + 2)
  })

  test('of one chat delays no file of another, and nothing is done twice', async () => {
    const ticket = await filed()
    await commented(ticket, [slackFile('F1')])
    const later = await commented(ticket, [slackFile('F2')])
    const { worker, posted } = workerWith({ F1: new RetryLater('Slack is away', 1_000), F2: 'smoke' })
    for (let tries = 0; tries < 3; tries++)
      await expect(fetchTicketFiles(worker, ticket)).rejects.toThrow('Slack is away')
    expect(await filesOf(later._id)).toMatchObject([{ state: 'ready' }])
    expect((await pending(ticket, 'discord'))?.filter((kind) => kind === 'files')).toEqual(['files'])
    await deliverTicketToDiscord(worker, ticket)
    expect(posted).toMatchObject([{ names: ['F2.txt'] }])
  })

  test('half-way through a file leaves nothing of it, and the file comes whole later', async () => {
    const ticket = await filed()
    const { _id } = await commented(ticket, [slackFile('F1')])
    const before = await heldFiles(at.database)
    async function* cutOff() {
      yield* megabytesOf(2)
      throw new RetryLater('cut off', 1_000)
    }
    await expect(fetchTicketFiles(workerWith({ F1: cutOff }).worker, ticket)).rejects.toThrow('cut off')
    expect(await heldFiles(at.database)).toEqual(before)
    await fetchTicketFiles(workerWith({ F1: 'flame' }).worker, ticket)
    expect(await filesOf(_id)).toMatchObject([{ state: 'ready', size: 5 }])
  })

  test('between storing and showing: a repeated run shows the file once', async () => {
    const ticket = await filed()
    await commented(ticket, [slackFile('F1')])
    const { worker, posted } = workerWith({ F1: 'flame' })
    const deaf = workerWith(
      { F1: 'flame' },
      { tickets: { ...at.desk.tickets, apply: async () => Promise.reject(new Error('killed')) } },
    )
    await expect(fetchTicketFiles(deaf.worker, ticket)).rejects.toThrow('killed')
    await fetchTicketFiles(worker, ticket)
    await deliverTicketToDiscord(worker, ticket)
    await deliverTicketToDiscord(worker, ticket)
    expect(posted).toHaveLength(1)
    expect(await pending(ticket, 'files')).toEqual([])
  })
})

describe('a file never comes, and people see why, when', () => {
  test.each<[string, Partial<IncomingFile>, Content, RegExp]>([
    ['the chat refuses it', {}, new RefusedByProvider('file_not_found'), /does not hand it out/],
    ['it is too large', { size: 26 * 1_024 * 1_024 }, 'a', /more than 25 MB/],
    ['it is larger than the chat said', {}, () => megabytesOf(26), /at most 25 MB/],
  ])('%s', async (_, more, content, reason) => {
    const ticket = await filed()
    const { worker, posted } = workerWith({ F1: content, F2: 'smoke' })
    const { _id } = await commented(ticket, [slackFile('F1', more), slackFile('F2')])
    await fetchTicketFiles(worker, ticket)
    const [failed, ready] = await filesOf(_id)
    expect(failed).toMatchObject({ state: 'failed', reason: expect.stringMatching(reason) })
    expect(ready).toMatchObject({ state: 'ready' })
    await deliverTicketToDiscord(worker, ticket)
    expect(posted).toMatchObject([{ names: ['F2.txt'] }])
  })

  test('it belongs to a description: the cards are drawn anew', async () => {
    const ticket = await filed([slackFile('F1')])
    const { worker } = workerWith({ F1: new RefusedByProvider('file_not_found') })
    await deliverTicketToDiscord(worker, ticket)
    await fetchTicketFiles(worker, ticket)
    expect(await pending(ticket, 'discord')).toEqual(['card'])
    expect(await pending(ticket, 'slack')).toContain('card')
  })

  test('its sender hears of it once, where they sent it', async () => {
    const ticket = await filed([slackFile('F1')])
    const { worker } = workerWith({ F1: new RefusedByProvider('file_not_found'), F2: 'smoke' })
    const { _id } = await commented(ticket, [slackFile('F1'), slackFile('F2')])
    await fetchTicketFiles(worker, ticket)
    await fetchTicketFiles(worker, ticket)
    const told = (await at.desk.tickets.find(ticket))?.outbox.filter(({ kind }) => kind === 'notify')
    expect(told?.filter((entry) => 'topic' in entry && entry.topic === 'file-failed')).toMatchObject([
      { queue: 'slack', to: ann._id },
      { queue: 'slack', to: ann._id, comment: _id },
    ])
  })

  test('what fails at once was said at once', async () => {
    const ticket = await filed()
    const { worker } = workerWith({ F1: 'smoke' })
    await commented(ticket, [slackFile('F1'), slackFile('F2', { size: 26 * 1_024 * 1_024 })])
    await fetchTicketFiles(worker, ticket)
    expect(JSON.stringify((await at.desk.tickets.find(ticket))?.outbox)).not.toContain('file-failed')
  })

  test('it is the eleventh', async () => {
    const ticket = await filed()
    const many = Array.from({ length: 11 }, (_, index) => slackFile(`F${index}`))
    expect((await commented(ticket, many)).files?.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 10 }, () => 'coming'),
      'failed',
    ])
  })

  test('the scanner finds a virus', async () => {
    const clamd = await startClamd()
    const scanner = createClamd(clamd.at)
    const ticket = await filed()
    const { worker, posted, revised } = workerWith({ F1: eicar, F2: 'smoke' }, { scanner })
    const { _id } = await commented(ticket, [slackFile('F1'), slackFile('F2')])
    await deliverTicketToDiscord(worker, ticket)
    await fetchTicketFiles(worker, ticket)
    expect(await filesOf(_id)).toMatchObject([{ state: 'failed', reason: /Eicar/ }, { state: 'ready' }])
    await deliverTicketToDiscord(worker, ticket)
    expect(posted).toMatchObject([{ names: ['F2.txt'] }])
    expect(revised).toEqual([expect.stringMatching(/^“F1.txt” did not arrive\. .*Eicar/)])
    await clamd.close()
  })
})

test('while the scanner is away, a file is shown to nobody, and says so', async () => {
  const clamd = await startClamd()
  const scanner = createClamd(clamd.at)
  await clamd.close()
  const ticket = await filed()
  const { worker } = workerWith({ F1: 'flame' }, { scanner })
  const { _id } = await commented(ticket, [slackFile('F1')])
  await expect(fetchTicketFiles(worker, ticket)).rejects.toMatchObject({ name: 'RetryLater' })
  expect(await filesOf(_id)).toMatchObject([{ state: 'scanning' }])
  expect(await pending(ticket, 'discord')).not.toContain('files')
  const back = await startClamd({ port: clamd.at.port })
  await fetchTicketFiles(worker, ticket)
  expect(await filesOf(_id)).toMatchObject([{ state: 'ready' }])
  await back.close()
})

describe('a comment that is deleted', () => {
  test('before its file has come leaves nothing', async () => {
    const ticket = await filed()
    const before = await heldFiles(at.database)
    const { _id } = await commented(ticket, [slackFile('F1')])
    await deleteComment(at.desk, ann, { id: ticket, comment: _id, surface: 'slack' })
    const { worker, posted } = workerWith({ F1: 'flame' })
    await fetchTicketFiles(worker, ticket)
    await deliverTicketToDiscord(worker, ticket)
    expect(posted).toEqual([])
    expect(await heldFiles(at.database)).toEqual(before)
  })

  test('while its file comes leaves nothing', async () => {
    const ticket = await filed()
    const before = await heldFiles(at.database)
    const { _id } = await commented(ticket, [slackFile('F1')])
    async function* deletedMeanwhile() {
      yield Buffer.from('flame')
      await deleteComment(at.desk, ann, { id: ticket, comment: _id, surface: 'slack' })
    }
    await fetchTicketFiles(workerWith({ F1: deletedMeanwhile }).worker, ticket)
    expect(await heldFiles(at.database)).toEqual(before)
  })

  test('takes the messages with its files along', async () => {
    const ticket = await filed()
    const { worker, removed } = workerWith({ F1: 'flame' })
    const { _id } = await commented(ticket, [slackFile('F1')])
    await fetchTicketFiles(worker, ticket)
    await deliverTicketToDiscord(worker, ticket)
    await deleteComment(at.desk, ann, { id: ticket, comment: _id, surface: 'slack' })
    await deliverTicketToDiscord(worker, ticket)
    expect(removed).toEqual(['posted 1'])
  })
})
