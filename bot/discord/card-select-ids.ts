import { isId } from '../../core/ids.ts'

const selects = ['set-priority', 'set-assignee'] as const
export type CardSelect = (typeof selects)[number]

/** The custom id of a select on the card. Never change the format: old cards keep theirs for years. */
export const selectIdOf = (select: CardSelect, ticket: string) => `${select}:${ticket}`

/** @returns null for another id */
export function readSelectId(customId: string): { select: CardSelect; ticket: string } | null {
  const [wanted, ticket = ''] = customId.split(':')
  const select = selects.find((one) => one === wanted)
  return select && isId(ticket) ? { select, ticket } : null
}
