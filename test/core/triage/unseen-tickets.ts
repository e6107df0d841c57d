import { readFileSync } from 'node:fs'
import type { Priority } from '../../../core/tickets/ticket-values.ts'

export type UnseenTicket = {
  set: 'everyday' | 'cosmetic' | 'understated' | 'mixed'
  language: string
  text: string
  priority: Priority
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
