import { describe, expect, test } from 'vitest'
import { watch } from '../../../../core/tickets/actions/watch.ts'
import { maxWatchers, type Ticket } from '../../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { by, decisionOf } from '../../../support/decisions.ts'
import { ann, bob, claimedBy, max, mia, root, ticketOf } from '../../../support/ticket-fixture.ts'

const watching = (actor: Actor, who: Actor) =>
  decisionOf(watch, { ...by(actor), input: { user: who._id } }, personOf(who))
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
    const change = watching(actor, who)(ticketOf(more))
    expect(namesIn(change?.set)).toEqual(watchers)
    expect(change?.history).toMatchObject([{ by: personOf(actor), action: 'watched' }])
    expect(change?.history[0]?.note).toBe(note)
    expect(change?.effects).toEqual([
      { queue: 'slackModerators', kind: 'card' },
      { queue: 'discord', kind: 'card' },
    ])
  })

  test('what one watches already changes nothing', () => {
    expect(watching(max, max)(ticketOf(watchedBy(max)))).toBeNull()
  })

  test('because of a duplicate becomes one’s own wish, without a word', () => {
    const more = { watchers: [{ ...personOf(max), because: 'duplicate' as const }] }
    expect(watching(max, max)(ticketOf(more))).toMatchObject({
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
      '50 people already watch #42, which is the maximum.',
    ],
  ])('is refused %s', (_name, actor, who, more, kind, message) => {
    expect(() => watching(actor, who)(ticketOf(more))).toThrow(expect.objectContaining({ kind, message }))
  })
})
