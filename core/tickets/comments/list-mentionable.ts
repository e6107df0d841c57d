import type { Desk } from '../../desk.ts'
import type { Person } from '../../trace.ts'
import { type Actor, personOf } from '../../users/user.ts'
import { readTicket } from '../read-tickets.ts'
import { watchersOf } from '../recipients.ts'
import type { Ticket } from '../ticket.ts'
import type { Visibility } from './comment.ts'
import { canBeMentioned } from './mentions.ts'

const maxListed = 10

/**
 * The people whom the actor can mention on a ticket, at most 10. People on the ticket come first. Staff also get other
 * staff.
 * @param request.search the start of a name or of a later word in it @throws not-found
 */
export async function listMentionable(
  desk: Pick<Desk, 'tickets' | 'users'>,
  actor: Actor,
  { id, search, visibility }: { id: string; search?: string | undefined; visibility: Visibility },
): Promise<Person[]> {
  const ticket = await readTicket(desk, actor, id)
  const onIt = await desk.users.findAll(peopleOn(ticket, actor))
  const staff = actor.role === 'user' ? [] : await desk.users.activeStaff(search)
  const all = new Map([...onIt, ...staff].map((user) => [user._id, user]))
  return [...all.values()]
    .filter((user) => user._id !== actor._id && canBeMentioned(user, actor, ticket, visibility))
    .filter(({ name }) => isCalled(name, search ?? ''))
    .slice(0, maxListed)
    .map(personOf)
}

/** Only staff may know who watches. */
function peopleOn(ticket: Ticket, actor: Actor) {
  const watchers = actor.role === 'user' ? [] : watchersOf(ticket)
  return [ticket.requester, ticket.assignee, ...watchers].flatMap((person) => (person ? [person.id] : []))
}

function isCalled(name: string, search: string) {
  const [full, wanted] = [name.toLowerCase(), search.toLowerCase()]
  return full.startsWith(wanted) || full.includes(` ${wanted}`)
}
