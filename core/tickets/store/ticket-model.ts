import { modelSchema } from '../../database/model-schema.ts'
import { indexOutbox } from '../../outbox/outbox-fields.ts'
import { type PersonSort, personSorts } from '../lists/sort-keys.ts'
import { ticketSchema } from '../ticket.ts'

/** The index for reading changes. */
export const changesIndex = { updatedAt: 1, _id: 1 } as const

/** The index for lists sorted by a person. */
export const personSortIndex = (sort: PersonSort) =>
  ({ [`sortKeys.${sort}`]: 1, createdAt: -1, _id: -1 }) as const

/** The index for finding the duplicates of a ticket. */
export const duplicatesIndex = { 'duplicateOf.id': 1 } as const

/** The index for counting ratings. */
export const ratingsIndex = { 'rating.at': 1 } as const

/** The index for finding tickets that nobody claimed in time. */
export const claimDeadlinesIndex = { 'assignment.claimBy': 1 } as const

/** The index for finding tickets for which the desk still looks for somebody. */
export const leftOpenIndex = { 'assignment.leftOpenAt': 1 } as const

/** The index for counting what people corrected of triage. */
export const triageIndex = { 'triage.at': 1 } as const

export const ticketsSchema = modelSchema(ticketSchema)

ticketsSchema.index({ number: 1 }, { unique: true })
// ticket-lists.ts and person-pages.ts name these indexes in their queries.
ticketsSchema.index({ facets: 1, createdAt: -1, _id: -1 })
ticketsSchema.index({ createdAt: -1, _id: -1 })
for (const sort of personSorts) ticketsSchema.index(personSortIndex(sort))
ticketsSchema.index(changesIndex)
ticketsSchema.index(duplicatesIndex, { sparse: true })
ticketsSchema.index(ratingsIndex, { sparse: true })
ticketsSchema.index(claimDeadlinesIndex, { sparse: true })
ticketsSchema.index(leftOpenIndex, { sparse: true })
ticketsSchema.index(triageIndex)
indexOutbox(ticketsSchema)
