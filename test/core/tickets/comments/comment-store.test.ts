import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { commentSchema } from '../../../../core/tickets/comments/comment.ts'
import { type CommentStore, createCommentStore } from '../../../../core/tickets/comments/comment-store.ts'
import { commentOf, idLike, later } from '../../../support/ticket-fixture.ts'
import { ownDatabase } from '../../own-database.ts'

const database = ownDatabase()
let comments: CommentStore
beforeAll(async () => {
  comments = createCommentStore(database())
})
beforeEach(async () => {
  await database().comments.deleteMany({})
})

const ticket = idLike('1')
const page = { ticket, visibilities: ['public', 'internal'] as const, limit: 50 }
const idsOf = async (more: object = {}) =>
  (await comments.list({ ...page, ...more })).map(({ _id }) => _id[0])

test('a comment is stored as its schema says', async () => {
  await comments.insert(commentOf())
  const stored = await comments.find(idLike('2'))
  expect(stored).toEqual(commentOf())
  expect(commentSchema.strict().parse(stored)).toEqual(stored)
})

test('the same message delivered again, also at once, is the first one', async () => {
  const stored = await Promise.all(
    Array.from({ length: 10 }, (_, index) => comments.insert(commentOf({ body: `Delivery ${index}` }))),
  )
  expect(new Set(stored.map(({ body }) => body)).size).toBe(1)
  expect(await database().comments.countDocuments()).toBe(1)
})

describe('listing', () => {
  beforeEach(async () => {
    await comments.insert(commentOf({ _id: idLike('4'), createdAt: later(2) }))
    await comments.insert(commentOf({ _id: idLike('3'), createdAt: later(2), visibility: 'internal' }))
    await comments.insert(commentOf({ _id: idLike('5'), createdAt: later(1) }))
    await comments.insert(commentOf({ _id: idLike('6'), ticket: idLike('9') }))
  })

  test.each<[string, object, string[]]>([
    ['a ticket’s own, oldest first', {}, ['5', '3', '4']],
    ['without what is internal', { visibilities: ['public'] }, ['5', '4']],
    ['so many and no more', { limit: 2 }, ['5', '3']],
    [
      'after one of a moment, the other of that moment',
      { after: { createdAt: later(2), id: idLike('3') } },
      ['4'],
    ],
    ['nothing of a ticket without any', { ticket: idLike('7') }, []],
  ])('%s', async (_name, more, expected) => expect(await idsOf(more)).toEqual(expected))

  test('nothing once they were removed; other tickets keep theirs', async () => {
    await comments.removeAll(ticket)
    expect(await idsOf()).toEqual([])
    expect(await idsOf({ ticket: idLike('9') })).toEqual(['6'])
  })
})

test('a comment is found by the Discord message that shows it', async () => {
  await comments.insert(commentOf())
  await comments.markRelayed(idLike('2'), 'discord', '77')
  await comments.markRelayed(idLike('2'), 'slack', '1.2')
  expect(await comments.findByMessage('discord', '77')).toMatchObject({
    relayed: { discord: '77', slack: '1.2' },
  })
  expect(await comments.findByMessage('discord', '1.2')).toBeNull()
})
