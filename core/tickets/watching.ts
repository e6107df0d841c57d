import { conflict } from '../errors.ts'
import type { Person } from '../trace.ts'
import { type Act, type Decide, entry, numbered } from './change.ts'
import { assertMay, isWatching } from './permissions.ts'
import { watchersOf } from './recipients.ts'
import { maxWatchers } from './ticket.ts'

type WatchAct = Act & { who: Person }

/**
 * Watch: somebody wants to be told of a ticket, and sees it from then on whoever has it. Staff do so themselves; who
 * works on a ticket, and admins, can have anybody watch it, who then sees what its requester sees.
 */
export const watch =
  (act: WatchAct): Decide =>
  (ticket) => {
    assertMay(act.actor, isOwn(act) ? 'watch' : 'share', ticket)
    const others = watchersOf(ticket).filter(({ id }) => id !== act.who.id)
    const already = watchersOf(ticket).find(({ id }) => id === act.who.id)
    if (already && !already.because) return null
    if (others.length >= maxWatchers)
      throw conflict(`${maxWatchers} people watch ${numbered(ticket)} already: it takes no more.`)
    return {
      set: { watchers: [...others, act.who] },
      history: already ? [] : [entry(act, 'watched', noteOf(act))],
      effects: [{ queue: 'discord', kind: 'card' }],
    }
  }

/** Unwatch: anybody for themselves; of others, as for watching. */
export const unwatch =
  (act: WatchAct): Decide =>
  (ticket) => {
    assertMay(act.actor, isOwn(act) ? 'see' : 'share', ticket)
    if (!isWatching(act.who.id, ticket)) return null
    return {
      set: { watchers: watchersOf(ticket).filter(({ id }) => id !== act.who.id) },
      history: [entry(act, 'unwatched', noteOf(act))],
      effects: [{ queue: 'discord', kind: 'card' }],
    }
  }

const isOwn = ({ actor, who }: WatchAct) => actor._id === who.id
const noteOf = (act: WatchAct) => (isOwn(act) ? {} : { note: act.who.name })
