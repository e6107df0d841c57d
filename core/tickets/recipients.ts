import type { Channel, TicketEffect } from '../outbox/entry.ts'
import type { TicketTopic } from '../outbox/topics.ts'
import type { Person } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import type { Ticket, Watcher } from './ticket.ts'

/** Whom to notify of what. Null: nobody. */
export type Recipient = {
  to: Person | null | undefined
  topic: TicketTopic
  channels?: readonly Channel[]
  /** id of the comment that the notification is about */
  comment?: string
  /** they hear of it together with other tickets */
  isTogether?: boolean | undefined
}

export const allChannels: readonly Channel[] = ['slack', 'discord', 'mail']

/** The requester's card already shows its status and comments, so a message beside it would repeat them. */
export const channelsToRequester = ({ surfaces }: Pick<Ticket, 'surfaces'>): readonly Channel[] =>
  surfaces.discordRequester ? ['mail'] : ['discord', 'mail']

/** Notifies each person once, with their first topic, and never the actor. @param actor null: the desk itself */
export function notify(actor: Pick<Actor, '_id'> | null, recipients: Recipient[]): TicketEffect[] {
  const notified = new Set(actor ? [actor._id] : [])
  return recipients.flatMap(({ to, topic, channels = allChannels, comment, isTogether }) => {
    if (!to || notified.has(to.id)) return []
    notified.add(to.id)
    return channels.map(
      (queue): TicketEffect => ({
        ...{ queue, kind: 'notify', to: to.id, topic },
        ...(comment ? { comment } : {}),
        ...(isTogether ? { together: true } : {}),
      }),
    )
  })
}

export const watchersOf = (ticket: Pick<Ticket, 'watchers'>): Watcher[] => ticket.watchers ?? []

export const watchersFor = (ticket: Pick<Ticket, 'watchers'>, topic: TicketTopic): Recipient[] =>
  watchersOf(ticket).map((to) => ({ to, topic }))

/** Notifies requester and watchers of a new status. */
export const followersOf = (ticket: Pick<Ticket, 'requester' | 'watchers' | 'surfaces'>): Recipient[] => [
  { to: ticket.requester, topic: 'status-changed', channels: channelsToRequester(ticket) },
  ...watchersFor(ticket, 'status-changed'),
]
