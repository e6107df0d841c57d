import type { Effect, Topic } from '../outbox/entry.ts'
import type { Person } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import type { Ticket, Watcher } from './ticket.ts'

type Channel = 'slack' | 'discord' | 'mail'

/** That somebody is to be told something. Null: there is nobody. */
export type Telling = {
  to: Person | null | undefined
  about: Topic
  queues?: readonly Channel[]
  /** what was said, where that is the news */
  comment?: string
}

/** A person is told on every surface that they have. */
export const everywhere: readonly Channel[] = ['slack', 'discord', 'mail']

/** Who has a card on Slack sees its status and what was said there: a message about that would say it twice. */
export const besidesSlack: readonly Channel[] = ['discord', 'mail']

/**
 * What one change owes people: nobody is told of their own deed, and nobody twice; what comes first holds.
 * @param actor null: the desk itself
 */
export function tellings(actor: Pick<Actor, '_id'> | null, wanted: Telling[]): Effect[] {
  const told = new Set(actor ? [actor._id] : [])
  return wanted.flatMap(({ to, about, queues = everywhere, comment }) => {
    if (!to || told.has(to.id)) return []
    told.add(to.id)
    return queues.map(
      (queue): Effect => ({ queue, kind: 'notify', to: to.id, about, ...(comment ? { comment } : {}) }),
    )
  })
}

export const watchersOf = (ticket: Pick<Ticket, 'watchers'>): Watcher[] => ticket.watchers ?? []

/** Whoever watches is told of it. */
export const tellWatchers = (ticket: Pick<Ticket, 'watchers'>, about: Topic): Telling[] =>
  watchersOf(ticket).map((to) => ({ to, about }))

/** The requester and the watchers see that the status is another one. */
export const tellOfStatus = (ticket: Pick<Ticket, 'requester' | 'watchers'>): Telling[] => [
  { to: ticket.requester, about: 'status-changed', queues: besidesSlack },
  ...tellWatchers(ticket, 'status-changed'),
]
