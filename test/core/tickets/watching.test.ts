import { describe, expect, test } from 'vitest'
import { maxWatchers, type Ticket } from '../../../core/tickets/ticket.ts'
import { unwatch, watch } from '../../../core/tickets/watching.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import { ann, bob, claimedBy, later, max, mia, root, ticketOf } from '../../support/ticket-fixture.ts'

const by = (actor: Actor, who: Actor) => ({
  actor,
  surface: 'web' as const,
  now: later(60),
  who: personOf(who),
})
const watchedBy = (...people: Actor[]) => ({ watchers: people.map(personOf) })
const namesIn = (more: Partial<Ticket> | undefined) => more?.watchers?.map(({ name }) => name)
const crowd = Array.from({ length: maxWatchers }, (_, index) => ({ id: `${index}`, name: `W${index}` }))

describe('watching', () => {
  test.each<[string, Actor, Actor, Partial<Ticket>, string[], string | undefined]>([
    ['oneself, as a moderator', max, max, {}, ['Max Moe'], undefined],
    ['oneself, before another claims it', mia, mia, watchedBy(bob), ['Bob Poe', 'Mia Fox'], undefined],
    ['a moderator, as who has it', max, mia, claimedBy(max), ['Mia Fox'], 'Mia Fox'],
    ['a user, as an admin', root, bob, claimedBy(max), ['Bob Poe'], 'Bob Poe'],
  ])('%s', (_name, actor, who, more, watchers, note) => {
    const change = watch(by(actor, who))(ticketOf(more))
    expect(namesIn(change?.set)).toEqual(watchers)
    expect(change?.history).toMatchObject([{ by: personOf(actor), action: 'watched' }])
    expect(change?.history[0]?.note).toBe(note)
    expect(change?.effects).toEqual([{ queue: 'discord', kind: 'card' }])
  })

  test('what one watches already changes nothing', () => {
    expect(watch(by(max, max))(ticketOf(watchedBy(max)))).toBeNull()
  })

  test('because of a duplicate becomes one’s own wish, without a word', () => {
    const more = { watchers: [{ ...personOf(max), because: 'duplicate' as const }] }
    expect(watch(by(max, max))(ticketOf(more))).toMatchObject({
      set: { watchers: [personOf(max)] },
      history: [],
    })
  })

  test.each<[string, Actor, Actor, Partial<Ticket>, string, string]>([
    ['by its requester', ann, ann, {}, 'forbidden', 'You may not watch this ticket.'],
    [
      'for a colleague by its requester',
      ann,
      bob,
      {},
      'forbidden',
      'You may not choose who watches this ticket.',
    ],
    [
      'for a colleague by who does not have it',
      max,
      mia,
      {},
      'forbidden',
      'You may not choose who watches this ticket.',
    ],
    ['of what one does not see', max, max, claimedBy(mia), 'not-found', 'There is no such ticket.'],
    [
      'by one too many',
      max,
      max,
      { watchers: crowd },
      'conflict',
      '50 people watch #42 already: it takes no more.',
    ],
  ])('is refused %s', (_name, actor, who, more, kind, message) => {
    expect(() => watch(by(actor, who))(ticketOf(more))).toThrow(expect.objectContaining({ kind, message }))
  })
})

describe('watching no longer', () => {
  test.each<[string, Actor, Actor, Partial<Ticket>, string | undefined]>([
    ['oneself, also as a user', bob, bob, { ...claimedBy(max), ...watchedBy(bob, mia) }, undefined],
    ['another, as who has it', max, bob, { ...claimedBy(max), ...watchedBy(bob, mia) }, 'Bob Poe'],
  ])('%s', (_name, actor, who, more, note) => {
    const change = unwatch(by(actor, who))(ticketOf(more))
    expect(namesIn(change?.set)).toEqual(['Mia Fox'])
    expect(change?.history).toMatchObject([{ action: 'unwatched' }])
    expect(change?.history[0]?.note).toBe(note)
  })

  test('what one does not watch changes nothing', () => {
    expect(unwatch(by(ann, ann))(ticketOf())).toBeNull()
  })

  test('for another is refused to who does not have it', () => {
    expect(() => unwatch(by(mia, bob))(ticketOf(watchedBy(bob)))).toThrow('You may not choose who watches')
  })
})
