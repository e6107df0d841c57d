import type { Desk } from '../desk.ts'
import { notFound } from '../errors.ts'
import type { Person, Surface } from '../trace.ts'
import { type Actor, personOf } from '../users/user.ts'
import { changeTicket } from './change-ticket.ts'
import { assertMay } from './permissions.ts'
import { readTicket } from './read-tickets.ts'
import { watchersOf } from './recipients.ts'
import { unwatch, watch } from './watching.ts'

/** @property user whose watching it is about: a user id */
type Request = { id: string; surface: Surface; user: string }

/** @throws forbidden, not-found also for an account that is not active, conflict when it has 50 watchers */
export async function watchTicket(desk: Desk, actor: Actor, { id, surface, user }: Request) {
  const ticket = await readTicket(desk, actor, id)
  if (user !== actor._id) assertMay(actor, 'share', ticket)
  const who = user === actor._id ? personOf(actor) : await colleague(desk, user)
  return changeTicket(desk, ticket._id, watch({ actor, surface, now: desk.now(), who }))
}

/** @throws forbidden, not-found. Who doesn't watch it need not stop. */
export async function unwatchTicket(desk: Desk, actor: Actor, { id, surface, user }: Request) {
  const ticket = await readTicket(desk, actor, id)
  const who = watchersOf(ticket).find((watcher) => watcher.id === user) ?? { id: user, name: '' }
  return changeTicket(desk, id, unwatch({ actor, surface, now: desk.now(), who }))
}

async function colleague(desk: Desk, id: string): Promise<Person> {
  const user = await desk.users.find(id)
  if (!user?.active) throw notFound('account')
  return personOf(user)
}
