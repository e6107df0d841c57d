import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeFile } from '../../../../core/attachments/store-file.ts'
import { newId } from '../../../../core/ids.ts'
import { deleteTicket } from '../../../../core/tickets/actions/delete.ts'
import { perform } from '../../../../core/tickets/actions/perform.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { deleteComment } from '../../../../core/tickets/comments/delete-comment.ts'
import { isListed, readFile, readLinkedFile } from '../../../../core/tickets/files/read-file.ts'
import { openTicket } from '../../../../core/tickets/open-ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import { heldFiles, megabytesOf, streamOf } from '../../../support/files.ts'
import { ann, bob, later, max, mia, monday, root } from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
let now = monday
beforeAll(async () => {
  at = await deskInProcess({
    now: () => now,
    fileLimits: { fileBytes: 3 * 1_024 * 1_024, perMessage: 3, ticketBytes: 5 * 1_024 * 1_024 },
  })
})
afterAll(() => at.close())

const uploaded = async (actor: Actor, content: string | AsyncIterable<Uint8Array> = 'hello') =>
  (
    await storeFile(at.desk, typeof content === 'string' ? streamOf(content) : content, {
      ...{ name: 'a.txt', by: actor._id },
    })
  )._id

const filing = (files: string[], key = newId()) => ({
  ...{ key, source: 'web' as const },
  input: { title: 'Printer on fire', description: 'See the picture.', urgency: 'normal' as const, files },
})
const file = async (files: string[] = [], key?: string) =>
  (await openTicket(at.desk, ann, filing(files, key))).ticket

const saying = (
  ticket: string,
  files: string[],
  more: { body?: string; key?: string; note?: true } = {},
) => ({
  ...{ ticket, surface: 'web' as const, key: more.key ?? newId() },
  input: {
    body: more.body ?? '',
    visibility: more.note ? ('internal' as const) : ('public' as const),
    files,
  },
})
const refused = { kind: 'invalid', field: 'files' }

describe('a ticket', () => {
  test('has its files from the first write, with what follows them', async () => {
    const id = await uploaded(ann)
    const ticket = await file([id])
    expect(await at.desk.tickets.find(ticket._id)).toMatchObject({
      files: [{ id, name: 'a.txt', type: 'text/plain', size: 5, state: 'ready' }],
      fileBytes: 5,
    })
    expect(ticket.outbox.map(({ queue, kind }) => `${queue} ${kind}`)).toContain('files fetch-files')
  })

  test('without files stores nothing about them', async () => {
    const ticket = await file()
    expect(ticket).not.toHaveProperty('files')
    expect(ticket).not.toHaveProperty('fileBytes')
    expect(ticket.outbox.map(({ queue }) => queue)).not.toContain('files')
  })

  test('delivered four times at once is one ticket with one file', async () => {
    const [id, key] = [await uploaded(ann), newId()]
    const filed = await Promise.all(Array.from({ length: 4 }, () => file([id], key)))
    expect(new Set(filed.map(({ number }) => number)).size).toBe(1)
    expect((await file([id], key)).files).toHaveLength(1)
  })
})

describe('a file can’t be attached', () => {
  test('to two tickets, even at once', async () => {
    const id = await uploaded(ann)
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => file([id])))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject(refused)
  })

  test.each([
    ['somebody else’s', () => uploaded(bob)],
    ['an unknown one', async () => newId()],
  ])('when it is %s', async (_, of) => {
    await expect(file([await uploaded(ann), await of()])).rejects.toMatchObject(refused)
  })

  test('when there are too many', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => uploaded(ann)))
    await expect(file(ids)).rejects.toMatchObject(refused)
  })

  test('when the ticket’s files are full, until a comment with files is deleted', async () => {
    const ticket = await file([await uploaded(ann, megabytesOf(3))])
    const first = await addComment(at.desk, ann, saying(ticket._id, [await uploaded(ann, megabytesOf(2))]))
    const more = await uploaded(ann)
    await expect(addComment(at.desk, ann, saying(ticket._id, [more]))).rejects.toMatchObject(refused)
    await deleteComment(at.desk, ann, { id: ticket._id, comment: first._id, surface: 'web' })
    const [other] = [await uploaded(ann)]
    expect((await addComment(at.desk, ann, saying(ticket._id, [other]))).files).toHaveLength(1)
  })
})

describe('a comment', () => {
  test('may have only files, which reopen nothing less than words do', async () => {
    const ticket = await file()
    const [id, key] = [await uploaded(ann), newId()]
    const comment = await addComment(at.desk, ann, saying(ticket._id, [id], { key }))
    expect(comment).toMatchObject({ body: '', files: [{ id, state: 'ready' }] })
    const again = await addComment(at.desk, ann, saying(ticket._id, [id], { key }))
    expect(again).toEqual(comment)
    expect((await at.desk.tickets.find(ticket._id))?.fileBytes).toBe(5)
  })

  test('that is deleted loses its files, and nothing of them is left', async () => {
    const ticket = await file()
    const before = await heldFiles(at.database)
    const id = await uploaded(ann)
    const { _id } = await addComment(at.desk, ann, saying(ticket._id, [id], { body: 'Look.' }))
    await deleteComment(at.desk, ann, { id: ticket._id, comment: _id, surface: 'web' })
    expect(await at.desk.comments.find(_id)).not.toHaveProperty('files')
    expect(await heldFiles(at.database)).toEqual(before)
    const after = await at.desk.tickets.find(ticket._id)
    expect(after?.fileBytes).toBe(0)
    expect(after?.outbox.map(({ kind }) => kind)).toContain('remove-files')
  })
})

test('a deleted ticket takes all its files with it, those of comments too', async () => {
  const before = await heldFiles(at.database)
  const ticket = await file([await uploaded(ann)])
  await addComment(at.desk, ann, saying(ticket._id, [await uploaded(ann)]))
  await perform(at.desk, root, deleteTicket, { id: ticket._id, surface: 'web', input: {} })
  expect(await heldFiles(at.database)).toEqual(before)
  expect(await at.desk.tickets.find(ticket._id)).toMatchObject({ files: [] })
})

describe('who may read a file:', () => {
  const reads = async (actor: Actor, id: string) =>
    readFile(at.desk, actor, id).then(
      () => true,
      ({ kind }) => kind,
    )

  test('before it is attached, who uploaded it', async () => {
    const id = await uploaded(ann)
    expect(await reads(ann, id)).toBe(true)
    for (const other of [bob, max, root]) expect(await reads(other, id)).toBe('not-found')
  })

  test('then, who may read its ticket', async () => {
    const id = await uploaded(ann)
    await file([id])
    for (const actor of [ann, max, root]) expect(await reads(actor, id)).toBe(true)
    expect(await reads(bob, id)).toBe('not-found')
  })

  test('of an internal note, staff', async () => {
    const ticket = await file()
    const id = await uploaded(mia)
    await addComment(at.desk, mia, saying(ticket._id, [id], { note: true }))
    for (const actor of [mia, max, root]) expect(await reads(actor, id)).toBe(true)
    for (const actor of [ann, bob]) expect(await reads(actor, id)).toBe('not-found')
  })

  test('an internal note with files looks like nothing to its requester', async () => {
    const ticket = await file()
    await addComment(at.desk, mia, saying(ticket._id, [await uploaded(mia)], { note: true }))
    const after = await at.desk.tickets.find(ticket._id)
    expect(after?.shown).toEqual({ version: 1, at: ticket.updatedAt })
  })
})

describe('a signed link', () => {
  const tokenOf = (id: string) => at.desk.fileLinks.pathOf(id).replace('/files/', '')
  const opens = (token: string) =>
    readLinkedFile(at.desk, token).then(
      ({ _id }) => _id,
      ({ kind }) => kind,
    )

  test('opens one file for a week', async () => {
    const id = await uploaded(ann)
    await file([id])
    const token = tokenOf(id)
    expect(await opens(token)).toBe(id)
    now = later(7 * 24 * 3_600 - 1)
    expect(await opens(token)).toBe(id)
    now = later(7 * 24 * 3_600)
    expect(await opens(token)).toBe('not-found')
    now = monday
  })

  test('opens nothing when it is changed, or the file is on no ticket', async () => {
    const loose = await uploaded(ann)
    expect(await opens(tokenOf(loose))).toBe('not-found')
    const token = tokenOf(loose)
    for (const wrong of [
      '',
      'a',
      token.slice(0, -1),
      `${token}a`,
      at.desk.cursorSeal.close(`${loose}.9e15`, 'download'),
    ])
      expect(await opens(wrong)).toBe('not-found')
  })

  test('opens nothing once the comment was deleted', async () => {
    const ticket = await file()
    const id = await uploaded(ann)
    const { _id } = await addComment(at.desk, ann, saying(ticket._id, [id]))
    const token = tokenOf(id)
    expect(await opens(token)).toBe(id)
    const stored = await at.desk.comments.find(_id)
    if (stored) await at.desk.comments.remove(stored, { at: now, by: personOf(ann) })
    expect(await opens(token)).toBe('not-found')
  })
})

test('the cleaner keeps what a ticket lists, also when the outbox has not come to it', async () => {
  const id = await uploaded(ann)
  await file([id])
  const stored = await at.desk.files.find(id)
  expect(stored?.looseSince).toBeDefined()
  expect(stored && (await isListed(at.desk, stored))).toBe(true)
})
