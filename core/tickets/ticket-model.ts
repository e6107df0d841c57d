import { modelSchema } from '../database/model-schema.ts'
import { indexOutbox } from '../outbox/outbox-fields.ts'
import { type PersonSort, personSorts } from './lists/sort-keys.ts'
import { ticketSchema } from './ticket.ts'

/** The index for reading changes. */
export const alongChanges = { updatedAt: 1, _id: 1 } as const

/** The index for lists sorted by a person. */
export const alongPersons = (sort: PersonSort) =>
  ({ [`sortKeys.${sort}`]: 1, createdAt: -1, _id: -1 }) as const

/** The index for finding the duplicates of a ticket. */
export const alongDuplicates = { 'duplicateOf.id': 1 } as const

/** The index for counting ratings. */
export const alongRatings = { 'rating.at': 1 } as const

/** The index for finding tickets that nobody claimed in time. */
export const alongClaimDeadlines = { 'assignment.claimBy': 1 } as const

/** The index for finding tickets for which the desk still looks for somebody. */
export const alongLeftOpen = { 'assignment.leftOpenAt': 1 } as const

/** The index for counting what people corrected of triage. */
export const alongTriage = { 'triage.at': 1 } as const

export const ticketsSchema = modelSchema(ticketSchema)

ticketsSchema.index({ number: 1 }, { unique: true })
// ticket-lists.ts and person-pages.ts name these indexes in their queries.
ticketsSchema.index({ facets: 1, createdAt: -1, _id: -1 })
ticketsSchema.index({ createdAt: -1, _id: -1 })
for (const sort of personSorts) ticketsSchema.index(alongPersons(sort))
ticketsSchema.index(alongChanges)
ticketsSchema.index(alongDuplicates, { sparse: true })
ticketsSchema.index(alongRatings, { sparse: true })
ticketsSchema.index(alongClaimDeadlines, { sparse: true })
ticketsSchema.index(alongLeftOpen, { sparse: true })
ticketsSchema.index(alongTriage)
indexOutbox(ticketsSchema)
