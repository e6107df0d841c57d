import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { uploadFile } from '../../../core/attachments/upload-file.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { deleteComment } from '../../../core/tickets/comments/delete-comment.ts'
import { megabytesOf, png, streamOf } from '../../support/files.ts'
import { type DeskWithDiscord, deskWithDiscord } from './desk-with-discord.ts'

async function withPeople(options: Parameters<typeof deskWithDiscord>[0] = {}) {
  const with_ = await deskWithDiscord(options)
  const eva = await with_.somebody('Eva', 'user')
  const max = await with_.somebody('Max', 'moderator')
  return { ...with_, eva, max, ...(await with_.fileTicket(eva.user)) }
}

type People = Awaited<ReturnType<typeof withPeople>>

const comments = ({ desk }: DeskWithDiscord, ticket: string) =>
  desk.comments.list({ ticket, visibilities: ['public'], limit: 50 })

const filesIn = ({ discord }: DeskWithDiscord, channel: string) =>
  discord
    .messages(channel)
    .flatMap(({ author, attachments }) =>
      author.id === discord.botId ? attachments.map(({ filename, size }) => `${filename} ${size}`) : [],
    )

/** Eva writes in the console with files. */
async function fromConsole(
  { desk, eva, ticket }: People,
  body: string,
  contents: Record<string, AsyncIterable<Uint8Array>>,
) {
  const files: string[] = []
  for (const [name, content] of Object.entries(contents))
    files.push((await uploadFile(desk, eva.user, content, name))._id)
  return addComment(desk, eva.user, {
    ticket: ticket._id,
    surface: 'web',
    key: `test:${body}`,
    input: { body, visibility: 'public', files },
  })
}

describe('files uploaded in a form', () => {
  test('of /reply go to the requester with the answer, and are shown in the thread', async () => {
    const with_ = await withPeople()
    const { discord, max, ticket, thread } = with_
    await max.person.command('reply', {}, { channel: thread })
    await max.person.submitModal({ text: 'Like this', files: ['a.png', 'b.txt'] })
    await discord.waitFor(() => filesIn(with_, thread).length === 2, { what: 'the files in the thread' })
    const [comment] = await comments(with_, ticket._id)
    expect(comment).toMatchObject({ body: 'Like this', author: { name: 'Max' } })
    expect(comment?.files).toMatchObject([
      { name: 'a.png', size: 1_000, state: 'ready' },
      { name: 'b.txt', size: 1_000, state: 'ready' },
    ])
    expect(comment?.files?.[0]).not.toHaveProperty('from')
  })

  test('of /ticket new come with the ticket', async () => {
    const { discord, desk, eva } = await withPeople()
    await eva.person.command('ticket new', {}, { channel: discord.channelId })
    const filled = { title: 'Broken screen', description: 'See the picture.' }
    await eva.person.submitModal({ ...filled, files: ['screen.png'] })
    const ticket = await discord.waitFor(
      async () => {
        const found = await desk.tickets.findByNumber(2)
        return found?.files?.every(({ state }) => state === 'ready') ? found : null
      },
      { what: 'the ticket with its file' },
    )
    expect(ticket.files).toMatchObject([{ name: 'screen.png', size: 1_000 }])
  })
})

describe('files of a moderator’s reply', () => {
  test('become files of the comment; a reply of only a file is one', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, ticket, thread } = with_
    const asked = await fromConsole(with_, 'It smokes', {})
    await discord.waitFor(async () => (await desk.comments.find(asked._id))?.relayed.discord, { what: 'it' })
    const shown = (await desk.comments.find(asked._id))?.relayed.discord ?? ''
    max.person.write({ channel: thread, replyTo: shown, content: 'Like this', files: ['a.png'] })
    max.person.write({ channel: thread, replyTo: shown, content: '', files: ['b.png'] })
    const all = () => comments(with_, ticket._id)
    await discord.waitFor(
      async () =>
        (await all()).filter(({ files = [] }) => files.some(({ state }) => state === 'ready')).length === 2,
      { what: 'the files' },
    )
    const [, first, second] = await all()
    expect([first?.body, first?.files?.[0]?.name, second?.body, second?.files?.[0]?.name]).toEqual([
      'Like this',
      'a.png',
      '',
      'b.png',
    ])
    const content = await buffer(await desk.fileBytes.read(first?.files?.[0]?.id ?? ''))
    expect(content).toEqual(Buffer.alloc(1_000, 'a.png'))
    expect(filesIn(with_, thread)).toEqual([])
    expect(discord.transcript(thread)).not.toContain('Not sent')
  })

  test('are sent by “Send to requester”, too', async () => {
    const with_ = await withPeople()
    const { discord, max, ticket, thread } = with_
    const { id } = max.person.write({ channel: thread, content: '', files: ['plan.pdf'] })
    const sent = await max.person.messageCommand('Send to requester', { channel: thread, messageId: id })
    expect(sent.text).toBe('Sent to Eva.')
    await discord.waitFor(async () => (await comments(with_, ticket._id))[0]?.files?.[0]?.state === 'ready', {
      what: 'the file',
    })
  })
})

describe('files that the desk does not take', () => {
  const refused = '“big\\.png” did not arrive. It has more than 500 bytes.'
  const small = () =>
    withPeople({ change: (desk) => ({ ...desk, fileLimits: { ...desk.fileLimits, fileBytes: 500 } }) })

  test('are reported where a moderator answers, and below the answer', async () => {
    const { discord, max, thread } = await small()
    await max.person.command('reply', {}, { channel: thread })
    await max.person.submitModal({ text: 'Like this', files: ['big.png'] })
    await discord.waitFor(() => discord.transcript(thread).includes(refused), { what: 'the reason' })
    const { id } = max.person.write({ channel: thread, content: 'Or this', files: ['big.png'] })
    const sent = await max.person.messageCommand('Send to requester', { channel: thread, messageId: id })
    expect(sent.text).toBe(`Sent to Eva. ${refused}`)
  })

  test('are reported to the requester, when they file and when they write', async () => {
    const { discord, desk, eva } = await small()
    await eva.person.command('ticket new', {}, { channel: discord.channelId })
    const filled = { title: 'Broken screen', description: 'See the picture.' }
    const filed = await eva.person.submitModal({ ...filled, files: ['big.png'] })
    expect(filed.text).toContain(refused)
    const staff = await discord.waitFor(
      async () => (await desk.tickets.findByNumber(2))?.surfaces.discord?.thread,
      { what: 'the thread of the staff' },
    )
    await discord.waitFor(() => discord.transcript(staff).includes(`Files: ${refused}`), { what: 'the card' })
    const own = await discord.waitFor(
      async () => (await desk.tickets.findByNumber(2))?.surfaces.discordRequester?.channel,
      { what: 'her thread' },
    )
    eva.person.write({ channel: own, content: '', files: ['big.png'] })
    await discord.waitFor(() => discord.transcript(own).includes(refused), { what: 'the reason' })
    await discord.waitFor(() => discord.transcript(staff).split(refused).length === 3, {
      what: 'the same for the staff',
    })
  })
})

describe('files from elsewhere', () => {
  test('are shown in the thread as they are, large ones as a link, and go with their comment', async () => {
    const with_ = await withPeople()
    const { discord, desk, eva, ticket, thread } = with_
    const comment = await fromConsole(with_, 'Two files', {
      'smoke.png': streamOf(png),
      'film [1].mp4': megabytesOf(11),
    })
    const shown = () => discord.messages(thread).find(({ attachments }) => attachments.length > 0)
    await discord.waitFor(shown, { what: 'the picture' })
    expect(filesIn(with_, thread)).toEqual([`smoke.png ${png.length}`])
    expect(shown()?.content).toMatch(/^film \\\[1\\\]\\\.mp4 \(11 MB\): https:\/\/desk\.example\.com\//)
    await discord.waitFor(async () => (await desk.comments.find(comment._id))?.filesRelayed?.discord, {
      what: 'the message to be known',
    })
    await deleteComment(desk, eva.user, { id: ticket._id, comment: comment._id, surface: 'web' })
    await discord.waitFor(() => !shown(), { what: 'the files gone' })
  })
})

describe('files of a requester on Discord', () => {
  test('go to the staff’s thread, and the moderator’s to theirs', async () => {
    const with_ = await withPeople()
    const { discord, desk, eva, max } = with_
    await eva.person.command('ticket new', {}, { channel: discord.channelId })
    await eva.person.submitModal({ Title: 'Screen is black', 'What happened?': 'All of it.' })
    const place = async () => (await desk.tickets.findByNumber(2))?.surfaces
    await discord.waitFor(async () => (await place())?.discordRequester?.card, { what: 'the card' })
    const own = (await place())?.discordRequester?.channel ?? ''
    const staff = (await place())?.discord?.thread ?? ''
    eva.person.write({ channel: own, content: '', files: ['screen.png'] })
    await discord.waitFor(() => filesIn(with_, staff).includes('screen.png 1000'), { what: 'her file' })
    const note = max.person.write({ channel: staff, content: 'Cable', files: ['cable.png'] })
    await max.person.messageCommand('Send to requester', { channel: staff, messageId: note.id })
    await discord.waitFor(() => filesIn(with_, own).includes('cable.png 1000'), { what: 'his file' })
    expect(filesIn(with_, staff)).toEqual(['screen.png 1000'])
    expect(filesIn(with_, own)).toEqual(['cable.png 1000'])
    max.person.erase(note.id)
    await discord.waitFor(() => filesIn(with_, own).length === 0, { what: 'it gone' })
  })
})
