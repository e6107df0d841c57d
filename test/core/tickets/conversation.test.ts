import { describe, expect, test } from 'vitest'
import { afterComment, conversationAfter } from '../../../core/tickets/conversation.ts'
import type { HistoryEntry } from '../../../core/tickets/history-entry.ts'
import type { Conversation } from '../../../core/tickets/ticket.ts'
import { personOf } from '../../../core/users/user.ts'
import { ann, bob, commentOf, later, max, monday, ticketOf } from '../../support/ticket-fixture.ts'

const waiting = (since: Date | null): Conversation => ({ last: null, waitingSince: since })
const by = (who: typeof ann, fields: object = {}) =>
  commentOf({
    author: personOf(who),
    fromRequester: who === ann,
    fromStaff: who === max,
    createdAt: later(60),
    ...fields,
  })

describe('after a comment the requester waits', () => {
  test.each([
    ['since they filed it, whoever of them writes again', undefined, by(ann), monday],
    ['no longer, once staff have answered', undefined, by(max), null],
    ['since then, when they had an answer', waiting(null), by(ann), later(60)],
    ['since their first word without an answer', waiting(later(5)), by(ann), later(5)],
    ['as before, when a watcher wrote', waiting(later(5)), by(bob), later(5)],
    [
      'no longer, after an answer from before sides were stored',
      undefined,
      by(max, { fromStaff: undefined }),
      null,
    ],
  ])('%s', (_name, conversation, comment, expected) => {
    const after = afterComment(ticketOf({ conversation }), comment)
    expect(after.waitingSince).toEqual(expected)
    expect(after.last).toMatchObject({ at: later(60), by: { id: comment.author.id } })
  })
})

describe('after a change the requester waits', () => {
  test.each<[string, HistoryEntry['action'], typeof ann | null, Date | null]>([
    ['no longer, when it is resolved', 'resolved', max, null],
    ['no longer, when they resolve it themselves', 'resolved', ann, null],
    ['no longer, when it waits for them', 'set waiting', max, null],
    ['no longer, when it is closed', 'closed', null, null],
    ['since then, when they reopen it', 'reopened', ann, later(90)],
    ['as before, when it is claimed', 'claimed', max, later(5)],
    ['as before, when a note is written', 'noted', max, later(5)],
  ])('%s', (_name, action, who, expected) => {
    const ticket = ticketOf({ conversation: waiting(later(5)) })
    const change = { history: [{ action, by: who && personOf(who) }] }
    expect(conversationAfter(ticket, change, later(90))?.waitingSince).toEqual(expected)
  })

  test('a resolution by staff is an answer, one by the requester is none', () => {
    const resolved = (who: typeof ann) =>
      conversationAfter(ticketOf(), { history: [{ action: 'resolved', by: personOf(who) }] }, later(9))
    expect(resolved(max)?.last).toEqual({ at: later(9), by: personOf(max), side: 'staff' })
    expect(resolved(ann)?.last).toBeNull()
  })

  test('nothing is stored before there is something to say', () => {
    const claimed = { history: [{ action: 'claimed' as const, by: personOf(max) }] }
    expect(conversationAfter(ticketOf(), claimed, later(9))).toBeUndefined()
  })
})
