import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { storeFile } from '../../../core/attachments/store-file.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { deleteComment } from '../../../core/tickets/comments/delete-comment.ts'
import type { Actor } from '../../../core/users/user.ts'
import { png, streamOf } from '../../support/files.ts'
import { waitFor } from '../../support/wait-for.ts'
import { emptyDatabase } from './database.ts'
import { cardOf, deskWithSlack, type Mode } from './desk-with-slack.ts'
import { root } from './staff.ts'

const database = emptyDatabase()
type World = Awaited<ReturnType<typeof deskWithSlack>>

async function started(mode: Mode, options: Parameters<typeof deskWithSlack>[2] = {}) {
  const world = await deskWithSlack(database(), mode, options)
  await world.slack.waitFor(() => world.bot.state().detail.includes('over'), { what: 'the identity' })
  return { ...world, ada: world.slack.as('U1') }
}

async function filed(mode: Mode, options: Parameters<typeof deskWithSlack>[2] = {}) {
  const world = await started(mode, options)
  await world.ada.command('/ticket', 'Printer on fire')
  await (await world.ada.modal()).submit({ description: 'Flames' })
  const card = await cardOf(world.slack)
  await world.settled()
  const ticket = await world.desk.tickets.findByNumber(1)
  if (!ticket) throw new Error('no ticket')
  const said = () => world.desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })
  return { ...world, card, ticket, said }
}

const photo = { name: 'photo.png', mimetype: 'image/png', content: png }
const log = { name: 'log.txt', mimetype: 'text/plain', content: Buffer.from('PC LOAD LETTER') }

const bytesOf = async ({ desk }: World, id = '') => buffer(desk.fileBytes.read(id))

/** Somebody uploads a file in the console and comments with it. */
async function commentWith({ desk }: World, actor: Actor, ticket: string, name: string, content: Uint8Array) {
  const { _id } = await storeFile(desk, streamOf(content), { name, by: actor._id })
  const input = { body: '', visibility: 'public' as const, files: [_id] }
  return addComment(desk, actor, { ticket, surface: 'web', key: `web:${name}`, input })
}

describe.each(['socket', 'http'] as const)('files over %s', (mode) => {
  test('in the thread become a comment, with or without words, and go with their message', async () => {
    const world = await filed(mode)
    const { slack, ada, card, desk, said } = world
    const sent = [await slack.addFile(photo), await slack.addFile(log)]
    const { ts } = ada.reply({ text: '', threadTs: card.ts, files: sent })
    await waitFor(async () => (await said())[0]?.files?.every(({ state }) => state === 'ready'), {
      what: 'files',
    })
    const [comment] = await said()
    expect(comment).toMatchObject({
      body: '',
      files: [
        { name: 'photo.png', type: 'image/png', size: png.length },
        { name: 'log.txt', type: 'text/plain' },
      ],
    })
    expect(await bytesOf(world, comment?.files?.[1]?.id)).toEqual(log.content)
    ada.reply({ text: 'And this', threadTs: card.ts, files: [await slack.addFile(photo)] })
    await waitFor(async () => (await said())[1]?.files?.[0]?.state === 'ready', { what: 'the second' })
    expect((await said())[1]).toMatchObject({ body: 'And this' })
    expect(ada.ephemeralMessages()).toEqual([])
    // What the requester sent is in their thread already.
    expect(slack.calls.filter(({ method }) => method === 'files.completeUploadExternal')).toEqual([])
    ada.remove({ ts })
    await waitFor(async () => (await said())[0]?.deleted, { what: 'the deletion' })
    await waitFor(async () => (await desk.files.find(comment?.files?.[0]?.id ?? '')) === null, {
      what: 'no files',
    })
  })

  test('that are too large are reported to their sender', async () => {
    const { slack, ada, card, said } = await filed(mode)
    const big = { ...log, name: 'big.log', content: Buffer.alloc(26 * 1_024 * 1_024) }
    const refused = '“big.log” did not arrive. It has more than 25 MB.'
    ada.reply({ text: '', threadTs: card.ts, files: [await slack.addFile(big)] })
    await slack.waitFor(() => ada.ephemeralMessages().some(({ text }) => text?.includes(refused)), {
      what: 'the reason',
    })
    expect((await said())[0]?.files).toMatchObject([{ name: 'big.log', state: 'failed' }])
    await ada.command('/ticket', 'Printer on fire again')
    const form = await ada.modal()
    await form.submit({ description: 'Flames', files: [(await slack.addFile(big)).id] })
    expect(form.shown()).toContain(refused)
  })

  test('are filed with the form, and with the message of the shortcut', async () => {
    const world = await started(mode)
    const { slack, desk, ada } = world
    await ada.command('/ticket', 'Printer on fire')
    const form = await ada.modal()
    const picked = await slack.addFile(photo)
    expect((await form.submit({ description: 'Flames', files: [picked.id] })).errors).toEqual({})
    const files = async (number: number) => (await desk.tickets.findByNumber(number))?.files
    await waitFor(async () => (await files(1))?.[0]?.state === 'ready', { what: 'the first file' })
    expect(await files(1)).toMatchObject([{ name: 'photo.png', type: 'image/png' }])

    const message = ada.reply({ channel: 'C1', text: 'Look at this log', files: [await slack.addFile(log)] })
    await ada.shortcut('file_ticket_from_message', { channel: 'C1', ts: message.ts })
    const about = await ada.modal()
    expect(about.shown()).toContain('From the message: log.txt')
    await about.submit({ description: 'It logs', files: [picked.id] })
    await waitFor(async () => (await files(2))?.every(({ state }) => state === 'ready'), {
      what: 'both files',
    })
    expect((await files(2))?.map(({ name }) => name)).toEqual(['log.txt', 'photo.png'])
  })

  test('from elsewhere are shown in the thread as they are, once, and go with their comment', async () => {
    const world = await filed(mode)
    const { slack, desk, ticket } = world
    slack.failNext({ method: 'files.completeUploadExternal', loseAnswer: true })
    const comment = await commentWith(world, root, ticket._id, 'photo.png', png)
    const posted = () =>
      slack.dmOf('U1').flatMap(({ replies }) => replies.filter(({ shown }) => shown.includes('photo.png')))
    await slack.waitFor(() => posted().length > 0, { what: 'the file' })
    await world.settled()
    await waitFor(async () => (await desk.comments.find(comment._id))?.filesRelayed?.slack, {
      what: 'its place',
    })
    expect(posted()).toHaveLength(1)
    await deleteComment(desk, root, { id: ticket._id, comment: comment._id, surface: 'web' })
    await slack.waitFor(() => posted().length === 0, { what: 'the file to go' })
  })
})

describe('an app that was installed with the older manifest', () => {
  const older = [
    'commands',
    'chat:write',
    'im:write',
    'im:history',
    'metadata.message:read',
    'users:read',
    'users:read.email',
    'channels:read',
    'groups:read',
    'usergroups:read',
  ]

  test('files without files, shows links, and says what to add', async () => {
    const world = await filed('socket', { slack: { scopes: older } })
    const { slack, bot, ada, ticket } = world
    expect(bot.state()).toMatchObject({ state: 'up' })
    expect(bot.state().detail).toContain('Add the scopes files:read, files:write')
    expect(world.log.join()).toContain('older manifest')
    await ada.command('/ticket', 'Another one')
    expect((await ada.modal()).labels()).not.toContain('Files')
    const comment = await commentWith(world, root, ticket._id, 'photo.png', png)
    const shown = () =>
      slack
        .dmOf('U1')
        .flatMap(({ replies }) => replies.map((one) => one.shown))
        .join('\n')
    await slack.waitFor(() => /photo\.png \(\d+ bytes\): .*\/files\//.test(shown()), { what: 'the link' })
    await world.settled()
    await deleteComment(world.desk, root, { id: ticket._id, comment: comment._id, surface: 'web' })
    await slack.waitFor(() => !shown().includes('/files/'), { what: 'the link to go' })
  })
})

test('the bytes of a file are for the app’s token alone', async () => {
  const { slack, messenger } = await started('socket')
  const { id } = await slack.addFile(log)
  const from = { slack: { team: slack.team.id, file: id } }
  const { stream, size } = await messenger.openFile(from)
  expect(size).toBe(log.content.length)
  expect(await buffer(stream)).toEqual(log.content)
  const address = new URL(`/files-pri/${slack.team.id}-${id}/download/log.txt`, slack.url)
  for (const headers of [{}, { authorization: 'Bearer xoxb-other' }])
    expect((await fetch(address, { headers, redirect: 'manual' })).status).toBe(302)
  await expect(messenger.openFile({ slack: { team: slack.team.id, file: 'F404' } })).rejects.toThrow(
    'file_not_found',
  )
})
