import { LRUCache } from 'lru-cache'
import type { mongo } from 'mongoose'
import { usingIndex } from '../../database/documentdb.ts'
import type { Ticket } from '../ticket.ts'
import { triageIndex } from './ticket-model.ts'

/**
 * How often people corrected one engine and version.
 * @property model name of the Gemini model, or number of what the local engine had learned; null: its built-in rules and examples
 * @property abstained tickets for which it was sure of no category; these don't count as proposals
 * @property proposed how many proposals it made of each @property corrected how many of those people changed
 */
export type CountedCorrections = {
  engine: 'gemini' | 'local'
  model: string | null
  tickets: number
  abstained: number
  proposed: Record<'category' | 'priority' | 'skills', number>
  corrected: Record<'category' | 'priority' | 'skills' | 'assignee', number>
}

const keptMs = 10 * 60_000

/** Counts at most once in ten minutes: metrics are read every few seconds. */
export function createCorrectionsCache(
  load: () => Promise<CountedCorrections[]>,
): () => Promise<CountedCorrections[]> {
  const cache = new LRUCache<'all', CountedCorrections[]>({ max: 1, ttl: keptMs, fetchMethod: load })
  return async () => (await cache.fetch('all')) ?? []
}

const counted = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } })
const has = (field: string) => ({ $gt: [`$triage.proposed.${field}`, null] })
const isCorrected = (field: string) => ({ $in: [field, { $ifNull: ['$triage.corrected', []] }] })
const isSure = { $ne: ['$triage.abstained', true] }

const figures = {
  tickets: { $sum: 1 },
  abstained: counted({ $eq: ['$triage.abstained', true] }),
  proposedCategory: counted({ $and: [has('category'), isSure] }),
  proposedPriority: counted(has('priority')),
  proposedSkills: counted(has('skills')),
  correctedCategory: counted({ $and: [isCorrected('category'), isSure] }),
  correctedPriority: counted(isCorrected('priority')),
  correctedSkills: counted(isCorrected('skills')),
  correctedAssignee: counted(isCorrected('assignee')),
}

type Row = { _id: Pick<CountedCorrections, 'engine' | 'model'> } & Record<keyof typeof figures, number>

/** Counts tickets by engine and version, those of which triage noted what it proposed. */
export const createCountCorrections = (collection: mongo.Collection<Ticket>) => ({
  correctionsSince: async (since: Date): Promise<CountedCorrections[]> => {
    const rows = await collection
      .aggregate<Row>(
        [
          { $match: { 'triage.at': { $gte: since }, 'triage.proposed': { $exists: true }, deleted: false } },
          { $group: { _id: { engine: '$triage.engine', model: '$triage.model' }, ...figures } },
        ],
        usingIndex(triageIndex),
      )
      .toArray()
    return rows.map(correctionsOf).sort((a, b) => b.tickets - a.tickets)
  },
})

const correctionsOf = ({ _id, tickets, abstained, ...row }: Row): CountedCorrections => ({
  engine: _id.engine,
  model: _id.model ?? null,
  tickets,
  abstained,
  proposed: { category: row.proposedCategory, priority: row.proposedPriority, skills: row.proposedSkills },
  corrected: {
    category: row.correctedCategory,
    priority: row.correctedPriority,
    skills: row.correctedSkills,
    assignee: row.correctedAssignee,
  },
})
