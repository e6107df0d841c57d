import { readFileSync } from 'node:fs'
import type { BuiltInCategory } from '../../../core/catalog/built-in.ts'
import type { Priority } from '../../../core/tickets/ticket-values.ts'

export type UnseenTicket = {
  set: 'everyday' | 'cosmetic' | 'understated' | 'dispatcher' | 'organisations' | 'mixed'
  language: string
  text: string
  priority: Priority
  /** of the last three sets only */
  category?: BuiltInCategory
  /** of the last set only: what the text clearly calls for */
  skills?: string[]
}

/**
 * Labelled tickets that no rule and no example has seen. They stay out of both, so that they tell how the engine does on
 * tickets of other people: docs/triage.md.
 */
export const unseenTickets: UnseenTicket[] = readFileSync(
  new URL('./unseen-tickets.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
