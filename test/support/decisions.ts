import { expect, test } from 'vitest'
import type { TicketEffect } from '../../core/outbox/entry.ts'
import type { Asked, TicketAction } from '../../core/tickets/actions/action.ts'
import { assertAllowed } from '../../core/tickets/actions/perform.ts'
import type { Act, Change, Decide } from '../../core/tickets/change.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import type { Actor } from '../../core/users/user.ts'
import { later, ticketOf } from './ticket-fixture.ts'

/** Somebody acts, a minute after everything else. */
export const by = (actor: Actor, surface: Act['surface'] = 'web') => ({ actor, surface, now: later(60) })

/** What `perform` makes of a ticket, without a database: permissions, then the decision. */
export const decisionOf =
  <Input>(action: TicketAction<Input>, asked: Asked<Input>, prepared?: unknown): Decide =>
  (ticket) => {
    assertAllowed(action, ticket, asked)
    return action.decide(ticket, { ...asked, prepared })
  }

/** What a decision makes of Ann's ticket. @throws when it finds nothing to do */
export function changeOf(decide: Decide, more: Partial<Ticket>): Change {
  const change = decide(ticketOf(more))
  if (!change) throw new Error('The decision found nothing to do.')
  return change
}

export const isNotify = <E extends { kind: string }>(effect: E): effect is Extract<E, { kind: 'notify' }> =>
  effect.kind === 'notify'

/** Each effect in short, e.g. `mail notify taken-over c`. */
export const inShort = (effects: TicketEffect[]) =>
  effects.map((effect) => {
    const { queue, kind } = effect
    const [topic, to] = isNotify(effect) ? [effect.topic, effect.to[0]] : []
    const comment = 'comment' in effect ? effect.comment?.[0] : undefined
    return [queue, kind, topic, to, comment].filter(Boolean).join(' ')
  })

const everyChannel = ['slack', 'discord', 'mail']
export const cards = ['slack card', 'slackModerators card', 'discord card']
export const notifies = (topic: string, to: Actor, queues = everyChannel) =>
  queues.map((queue) => `${queue} notify ${topic} ${to._id[0]}`)

/** Each line of history in short. */
export const lines = ({ history }: Change) =>
  history.map(({ by: who, action, note }) => [who?.name, action, note])

export type Refused = [name: string, actor: Actor, more: Partial<Ticket>, kind: string, message: string]

/** A test for each case in which a decision is refused. */
export const refuses = (decideAs: (actor: Actor) => Decide, cases: Refused[]) =>
  test.each(cases)('is refused %s', (_name, actor, more, kind, message) => {
    expect(() => decideAs(actor)(ticketOf(more))).toThrow(expect.objectContaining({ kind, message }))
  })
