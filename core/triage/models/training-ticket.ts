import type { Lists } from '../../catalog/catalog.ts'
import { entryFinder, offeredOf } from '../../catalog/names.ts'
import type { ResolvedTicket } from '../../tickets/store/resolved-tickets.ts'
import type { Priority } from '../../tickets/ticket-values.ts'
import { hideSecrets } from '../hide-secrets.ts'

/**
 * A resolved ticket as training reads it.
 * @property category id of the category that people left it in @property skills ids @property resolvedAt ms since 1970
 * @property priority what people left it with, and whether one of them chose that; null: it teaches none
 */
export type TrainingTicket = {
  title: string
  description: string
  category: string
  skills: string[]
  priority: { value: Priority; isChosen: boolean } | null
  resolvedAt: number
}

/** @returns a function that gives what a ticket teaches; null when its category is no longer offered */
export function createReader(lists: Lists) {
  const { categories, skills } = offeredOf(lists)
  const [categoryOf, skillOf] = [entryFinder(categories), entryFinder(skills)]
  return async (ticket: ResolvedTicket): Promise<TrainingTicket | null> => {
    const category = ticket.category && categoryOf(ticket.category)
    if (!category) return null
    const { title, description } = await withoutKnownSecrets(ticket)
    return {
      title,
      description,
      category: category.id,
      skills: ticket.skills.flatMap((name) => skillOf(name)?.id ?? []),
      priority: confirmedPriority(ticket),
      resolvedAt: (ticket.resolution?.at ?? ticket.updatedAt).getTime(),
    }
  }
}

/**
 * Resolving a ticket confirms its priority, except where the employee's choice of an urgency explains it, or where the
 * engine itself has moved it.
 */
function confirmedPriority({ priority, urgency, triage }: ResolvedTicket): TrainingTicket['priority'] {
  const { proposed, corrected = [], learnedPriority = false } = triage
  const isChosen = corrected.includes('priority') || (proposed !== undefined && !proposed.priority)
  if (!priority || urgency !== 'normal' || (learnedPriority && !isChosen)) return null
  return { value: priority, isChosen }
}

/** Triage has noted which tickets hold a secret, so that the others need not be looked through again. */
async function withoutKnownSecrets({ title, description, triage }: ResolvedTicket) {
  if ((triage.secrets ?? []).length === 0) return { title, description }
  return (await hideSecrets({ title, description, urgency: 'normal' })).words
}
