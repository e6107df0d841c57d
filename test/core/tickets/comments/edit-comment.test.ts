import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { type Comment, maxEdits } from '../../../../core/tickets/comments/comment.ts'
import { deleteComment } from '../../../../core/tickets/comments/delete-comment.ts'
import { editComment } from '../../../../core/tickets/comments/edit-comment.ts'
import type { NewTicket } from '../../../../core/tickets/store/ticket-store.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { changedComment } from '../../../../core/workflows/chat/changed-comment.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import {
  ann,
  bob,
  claimedBy,
  commentOf,
  later,
  max,
  mia,
  newTicketOf,
  root,
} from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const surface = 'web' as const
const file = async (more: Partial<NewTicket> = {}) =>
  (await at.desk.tickets.insert(newTicketOf({ _id: newId(), number: await at.desk.nextNumber(), ...more })))
    .ticket._id
const say = (actor: Actor, ticket: string, more: Partial<Comment> = {}) =>
  addComment(at.desk, actor, {
    ticket,
    surface: more.surface ?? surface,
    key: newId(),
    input: { body: 'Stand bakc.', visibility: more.visibility ?? 'public' },
  })
const edit = (actor: Actor, { _id, ticket }: Comment, version: number, body: string) =>
  editComment(at.desk, actor, { id: ticket, comment: _id, surface, input: { version, body } })
const remove = (actor: Actor, { _id, ticket }: Comment) =>
  deleteComment(at.desk, actor, { id: ticket, comment: _id, surface })
const changesOwed = async (ticket: string) =>
  ((await at.desk.tickets.find(ticket))?.outbox ?? []).flatMap((entry) =>
    entry.kind === 'comment-changed' ? [`${entry.queue} ${entry.version}`] : [],
  )
const lastLine = async (ticket: string) => (await at.desk.tickets.find(ticket))?.history.at(-1)

describe('changed by its author', () => {
  test('who was mentioned stays so, unless it says otherwise, also when they have left meanwhile', async () => {
    const [{ user: author }, { user: colleague }] = [
      await at.somebody('moderator'),
      await at.somebody('moderator'),
    ]
    const ticket = await file(claimedBy(author))
    const mention = { body: 'Look, @Bo.', visibility: 'internal' as const, mentions: [colleague._id] }
    const said = await addComment(at.desk, author, { ticket, surface, key: newId(), input: mention })
    await at.desk.users.apply(colleague, { set: { active: false } }, new Date())
    const change = (version: number, mentions?: string[]) =>
      editComment(at.desk, author, {
        ...{ id: ticket, comment: said._id, surface },
        input: { version, body: `Look, @Bo (${version}).`, ...(mentions ? { mentions } : {}) },
      })
    expect((await change(1)).mentions).toEqual([personOf(colleague)])
    expect((await change(2, [colleague._id])).mentions).toEqual([personOf(colleague)])
    expect((await change(3, [])).mentions).toEqual([])
    await expect(change(4, [colleague._id])).rejects.toMatchObject({ kind: 'invalid', field: 'mentions' })
  })

  test('the same words that name somebody else are an edit; asked twice, one', async () => {
    const [{ user: author }, { user: colleague }] = [
      await at.somebody('moderator'),
      await at.somebody('moderator'),
    ]
    const said = await say(author, await file(claimedBy(author)), { visibility: 'internal' })
    const name = () =>
      editComment(at.desk, author, {
        ...{ id: said.ticket, comment: said._id, surface },
        input: { version: 1, body: said.body, mentions: [colleague._id] },
      })
    expect(await name()).toMatchObject({ version: 2, mentions: [personOf(colleague)] })
    expect(await name()).toMatchObject({ version: 2 })
    expect((await at.desk.tickets.find(said.ticket))?.watchers).toEqual([personOf(colleague)])
  })

  test('it says so, keeps what it said before, and updates it where it is shown', async () => {
    const ticket = await file(claimedBy(max))
    const said = await say(max, ticket)
    const edited = await edit(max, said, 1, 'Stand back.')
    expect(edited).toMatchObject({
      body: 'Stand back.',
      version: 2,
      edits: [{ by: personOf(max), body: 'Stand bakc.' }],
    })
    expect(await changesOwed(ticket)).toEqual(['slack 2', 'slackModerators 2', 'discord 2'])
    expect(await lastLine(ticket)).toMatchObject({ action: 'edited comment', comment: said._id })
  })

  test('what was said in Slack is changed in Discord only, a note nowhere', async () => {
    const ticket = await file(claimedBy(max))
    await edit(ann, await say(ann, ticket, { surface: 'slack' }), 1, 'It burns!')
    expect(await changesOwed(ticket)).toEqual(['slackModerators 2', 'discord 2'])
    const other = await file(claimedBy(max))
    await edit(max, await say(max, other, { visibility: 'internal' }), 1, 'Hm.')
    expect(await changesOwed(other)).toEqual([])
    expect(await lastLine(other)).toMatchObject({ action: 'edited note' })
  })

  test('of two edits of one version one wins, and the other is told who was quicker', async () => {
    const said = await say(max, await file(claimedBy(max)))
    const results = await Promise.allSettled([edit(max, said, 1, 'One.'), edit(max, said, 1, 'Two.')])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const now = await at.desk.comments.find(said._id)
    expect(now).toMatchObject({ version: 2, edits: [{ body: 'Stand bakc.' }] })
    await expect(edit(max, said, 1, 'Three.')).rejects.toThrow(
      'Max Moe changed it meanwhile: it is at version 2',
    )
    await expect(edit(max, said, 7, 'Three.')).rejects.toThrow('There is no version 7; the newest is 2.')
  })

  test('the same words again are no edit', async () => {
    const said = await say(max, await file(claimedBy(max)))
    await edit(max, said, 1, 'One.')
    expect(await edit(max, said, 1, 'One.')).toMatchObject({ version: 2 })
  })

  test(`the last ${maxEdits} versions are kept`, async () => {
    const said = await say(max, await file(claimedBy(max)))
    for (let version = 1; version <= maxEdits + 2; version++) await edit(max, said, version, `${version}`)
    const now = await at.desk.comments.find(said._id)
    expect(now?.edits).toHaveLength(maxEdits)
    expect(now?.edits?.[0]?.body).toBe('2')
  })
})

describe('deleted', () => {
  test.each<[string, Actor]>([
    ['by its author', max],
    ['by an admin', root],
  ])('%s its words are gone, also earlier ones, and who did it stays', async (_name, actor) => {
    const ticket = await file(claimedBy(max))
    const said = await say(max, ticket)
    await edit(max, said, 1, 'Stand back.')
    await remove(actor, said)
    const now = await at.desk.comments.find(said._id)
    expect(now).toMatchObject({ body: '', deleted: { by: personOf(actor) } })
    expect(JSON.stringify(now)).not.toMatch(/Stand/)
    expect(await lastLine(ticket)).toMatchObject({ by: personOf(actor), action: 'deleted comment' })
    await remove(actor, said)
    await expect(edit(max, said, 3, 'Again.')).rejects.toThrow(`${actor.name} has deleted it.`)
  })
})

describe('is refused', () => {
  test.each<[string, Actor, string, string]>([
    ['to change, to an admin', root, 'forbidden', 'You may change only what you have written yourself.'],
    [
      'to change, to another who sees it',
      ann,
      'forbidden',
      'You may change only what you have written yourself.',
    ],
    ['to change, to who does not see it', bob, 'not-found', 'There is no such ticket.'],
    ['to change, to another moderator', mia, 'not-found', 'There is no such ticket.'],
  ])('%s', async (_name, actor, kind, message) => {
    const said = await say(max, await file(claimedBy(max)))
    await expect(edit(actor, said, 1, 'Ha.')).rejects.toMatchObject({ kind, message })
    if (actor !== root) await expect(remove(actor, said)).rejects.toMatchObject({ kind })
  })

  test('a note to who may not read it, and a comment under another ticket', async () => {
    const ticket = await file(claimedBy(max))
    const note = await say(max, ticket, { visibility: 'internal' })
    await expect(edit(ann, note, 1, 'Ha.')).rejects.toMatchObject({ kind: 'not-found' })
    const other = { ...note, ticket: await file(claimedBy(max)) }
    await expect(edit(max, other, 1, 'Ha.')).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('on a closed ticket, but to admins who delete', async () => {
    const closed = await file({ ...claimedBy(max), status: 'closed' })
    const said = await at.desk.comments.insert(
      commentOf({ _id: newId(), ticket: closed, author: personOf(max), fromRequester: false }),
    )
    await expect(edit(max, said, 1, 'Ha.')).rejects.toMatchObject({ kind: 'conflict' })
    await expect(remove(max, said)).rejects.toMatchObject({ kind: 'conflict' })
    await remove(root, said)
    expect((await at.desk.comments.find(said._id))?.deleted?.by).toEqual(personOf(root))
  })
})

test('who shows a change waits ten seconds for it, and then shows what there is', async () => {
  const said = await say(max, await file(claimedBy(max)))
  const entry = {
    id: 'x:1:0',
    queue: 'slack' as const,
    kind: 'comment-changed' as const,
    comment: said._id,
    version: 2,
    at: later(0),
  }
  const desk = { comments: at.desk.comments }
  await expect(changedComment({ ...desk, now: () => later(9) }, entry)).rejects.toThrow('still being changed')
  expect(await changedComment({ ...desk, now: () => later(11) }, entry)).toMatchObject({
    body: 'Stand bakc.',
  })
  await edit(max, said, 1, 'Stand back.')
  expect(await changedComment({ ...desk, now: () => later(1) }, entry)).toMatchObject({ body: 'Stand back.' })
})
