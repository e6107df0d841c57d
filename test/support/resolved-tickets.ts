import type { Database } from '../../core/open-database.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { seededRandom } from '../../core/triage/local/random.ts'
import { later, max, newTicketOf, resolvedBy, ticketOf } from './ticket-fixture.ts'

/** What people of this made-up company write about. The rules know none of these words. */
export const jargon = {
  Hardware: 'espresso maker leaks, espresso maker is loud, hovercraft has no eels, gizmo wobbles',
  Software: 'frobnicator shows a blank form, frobnicator forgets names, quuxly spins, quuxly is grey',
  Network: 'the tin can crackles, the string between the tin cans broke, pigeon is late',
  HR: 'my cake day is wrong, nobody sang on my cake day, the nap room is taken',
} as const
type Category = keyof typeof jargon
export const categoriesOfJargon = Object.keys(jargon) as Category[]

const fillers =
  'since yesterday,again,please look at it,it happened on the third floor,thanks,for the whole team'

/** One of the resolved tickets; the same number always gives the same. @param category the one that people left it in */
export function resolvedTicket(number: number, category?: string): Ticket {
  const random = seededRandom(number)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const about = pick(categoriesOfJargon)
  const [title, more] = [pick(jargon[about].split(', ')), pick(jargon[about].split(', '))]
  return ticketOf({
    _id: number.toString(16).padStart(24, '0'),
    number,
    title: `${title} ${number}`,
    description: `${more} ${pick(fillers.split(','))} ${pick(fillers.split(','))}.`,
    category: category ?? about,
    skills: about === 'Network' ? ['Telephony'] : [],
    ...resolvedBy(max),
    resolution: { ...resolvedBy(max).resolution, at: later(number) },
    createdAt: later(number),
    updatedAt: later(number),
  })
}

/** Files tickets that people have resolved. @param change what is different about each */
export async function fileResolved(
  { tickets }: Pick<Database, 'tickets'>,
  count: number,
  change: (ticket: Ticket) => Ticket = (ticket) => ticket,
  first = 1,
) {
  const filed = Array.from({ length: count }, (_, index) => change(resolvedTicket(first + index)))
  await tickets.collection.insertMany(filed as never[], { ordered: false })
}

/** A new ticket about one of these things. */
export const newTicketAbout = (title: string, number: number) =>
  newTicketOf({
    _id: number.toString(16).padStart(24, 'f'),
    number,
    title,
    description: 'Please help.',
    effects: [{ queue: 'triage', kind: 'triage' }],
  })
