import { createHash } from 'node:crypto'
import type { Database } from '../../core/open-database.ts'
import { textsOf } from '../../core/search/ticket-texts.ts'
import { facetsOf } from '../../core/tickets/lists/facets.ts'
import { audienceOf } from '../../core/tickets/permissions.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { priorities } from '../../core/tickets/ticket-values.ts'
import type { Actor, Role } from '../../core/users/user.ts'
import { later, ticketOf } from './ticket-fixture.ts'

/** Somebody among many, always the same for the same number. */
export const personNumber = (kind: 'requester' | 'moderator', index: number): Actor => ({
  _id: idOfNumber(`${kind} ${index}`),
  name: `${kind} ${index}`,
  role: kind === 'moderator' ? 'moderator' : ('user' as Role),
})

const idOfNumber = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)

const vocabulary =
  'login vpn laptop screen password mail excel server timeout error crash wifi license badge monitor zoom deploy'
const words = vocabulary.split(' ')

/** A number from 0 to 1 that is always the same for the same text. */
const chance = (text: string) => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32
const pick = <T>(list: readonly T[], text: string) => list[Math.floor(chance(text) * list.length)] as T

const states = ['open', 'in_progress', 'waiting', 'resolved', 'closed', 'closed', 'closed', 'closed'] as const
const tens = Array.from({ length: 10 }, (_, index) => index)
const categories = ['Hardware', 'Software', 'Network', 'Access', 'Other'] as const

/**
 * As in a desk of some years: most are closed, and the words are those of such desks. "printer" is in three of ten,
 * "bluetooth" in one of twenty, "zeppelin" in twenty of all.
 */
function ticketNumber(number: number, rare: boolean): Ticket {
  const said = (count: number, part: string) =>
    Array.from({ length: count }, (_, index) => pick(words, `${part} ${number} ${index}`))
  const status = pick(states, `status ${number}`)
  const moderator = personNumber('moderator', pick(tens, `moderator ${number}`))
  const requester = personNumber('requester', pick(tens, `requester ${number}`))
  const assigned = status !== 'open' || chance(`assigned ${number}`) < 0.5
  return ticketOf({
    _id: idOfNumber(`ticket ${number}`),
    number,
    title: [...said(5, 'title'), ...(chance(`printer ${number}`) < 0.3 ? ['printer'] : [])].join(' '),
    description: [
      ...said(40, 'text'),
      ...(chance(`bluetooth ${number}`) < 0.05 ? ['bluetooth'] : []),
      ...(rare ? ['zeppelin'] : []),
    ].join(' '),
    status,
    priority: pick(priorities, `priority ${number}`),
    category: pick(categories, `category ${number}`),
    skills: [`Skill ${pick(tens, `skill ${number}`)}`],
    tags: [`tag ${pick(tens, `tag ${number}`)}`],
    requester: { id: requester._id, name: requester.name },
    assignee: assigned ? { id: moderator._id, name: moderator.name } : null,
    source: pick(['slack', 'web', 'api'] as const, `source ${number}`),
    createdAt: later(number * 60),
    updatedAt: later(number * 60),
  })
}

const batch = 1_000
const rareTickets = 20

/** Fills an empty database with tickets, each as the desk itself would have written it, and with their words. */
export async function fileMany({ tickets, texts }: Pick<Database, 'tickets' | 'texts'>, count: number) {
  for (let first = 1; first <= count; first += batch) {
    const rows = Array.from({ length: Math.min(batch, count - first + 1) }, (_, index) => {
      const ticket = ticketNumber(first + index, (first + index) % (count / rareTickets) === 0)
      const audience = audienceOf(ticket)
      return { ...ticket, audience, facets: facetsOf({ ...ticket, audience }) }
    })
    await tickets.collection.insertMany(rows as never[], { ordered: false })
    await texts.collection.insertMany(rows.flatMap((row) => textsOf(row, []).keep) as never[], {
      ordered: false,
    })
  }
}
