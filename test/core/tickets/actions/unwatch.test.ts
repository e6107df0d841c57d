import { describe, expect, test } from 'vitest'
import { unwatch } from '../../../../core/tickets/actions/unwatch.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, decisionOf } from '../../../support/decisions.ts'
import { ann, bob, claimedBy, max, mia, ticketOf } from '../../../support/ticket-fixture.ts'

const unwatching = (actor: Actor, who: Actor) =>
  decisionOf(unwatch, { ...by(actor), input: { user: who._id } })
const watchedBy = (...people: Actor[]) => ({ watchers: people.map(personOf) })
const namesIn = (more: Partial<Ticket> | undefined) => more?.watchers?.map(({ name }) => name)

describe('unwatching', () => {
  test.each<[string, Actor, Actor, Partial<Ticket>, string | undefined]>([
    ['oneself, also as a user', bob, bob, { ...claimedBy(max), ...watchedBy(bob, mia) }, undefined],
    ['another, as who has it', max, bob, { ...claimedBy(max), ...watchedBy(bob, mia) }, 'Bob Poe'],
  ])('%s', (_name, actor, who, more, note) => {
    const change = unwatching(actor, who)(ticketOf(more))
    expect(namesIn(change?.set)).toEqual(['Mia Fox'])
    expect(change?.history).toMatchObject([{ action: 'unwatched' }])
    expect(change?.history[0]?.note).toBe(note)
  })

  test('what one does not watch changes nothing', () => {
    expect(unwatching(ann, ann)(ticketOf())).toBeNull()
  })

  test('for another is refused to who does not have it', () => {
    expect(() => unwatching(mia, bob)(ticketOf(watchedBy(bob)))).toThrow('You may not choose who watches')
  })
})
