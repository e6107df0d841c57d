import { modelSchema } from '../database/model-schema.ts'
import { indexOutbox } from '../outbox/outbox-fields.ts'
import { type PersonSort, personSorts } from './lists/sort-keys.ts'
import { ticketSchema } from './ticket.ts'

/** What changed is read in this order. */
export const alongChanges = { updatedAt: 1, _id: 1 } as const

/** Lists by a person are read in this order. */
export const alongPersons = (sort: PersonSort) =>
  ({ [`sortKeys.${sort}`]: 1, createdAt: -1, _id: -1 }) as const

/** Finds the duplicates of a ticket. */
export const alongDuplicates = { 'duplicateOf.id': 1 } as const

export const ticketsSchema = modelSchema(ticketSchema)

ticketsSchema.index({ number: 1 }, { unique: true })
// These are named by the lists, in ticket-lists.ts and person-pages.ts.
ticketsSchema.index({ facets: 1, createdAt: -1, _id: -1 })
ticketsSchema.index({ createdAt: -1, _id: -1 })
for (const sort of personSorts) ticketsSchema.index(alongPersons(sort))
ticketsSchema.index(alongChanges)
ticketsSchema.index(alongDuplicates, { sparse: true })
indexOutbox(ticketsSchema)
