import { isId } from '../../core/ids.ts'

const prefix = 'answers'

/**
 * What a button, a menu or a form about a ticket's answers is for. `open`: what is not answered comes first; `edit`: all
 * answers in their order; `choose`: the menu that says which; `again`: those that were refused
 */
const uses = ['open', 'edit', 'choose', 'again'] as const
type Use = (typeof uses)[number]

/**
 * @property seenAt of a form: when it was filled with the answers
 * @property refused of `again`: which of the ticket's fields, counted from 0
 */
export type AnswersAsked = { ticket: string; use: Use; seenAt: Date | null; refused: number[] }

/** The custom id of a button or menu. Never change it: old messages keep theirs for years. */
export const answersIdOf = (ticket: string, use: Use = 'open') =>
  use === 'open' ? `${prefix}:${ticket}` : `${prefix}:${ticket}:${use}`

/** The custom id of a button for some fields: their keys would be longer than Discord's 100 characters. */
export const answersAgainIdOf = (ticket: string, refused: readonly number[]) =>
  `${answersIdOf(ticket, 'again')}:${refused.join('.')}`

/** The custom id of a form. */
export const answersFormIdOf = (ticket: string, seenAt: Date) =>
  `${answersIdOf(ticket)}:${seenAt.getTime().toString(36)}`

/** @returns null for another custom id */
export function readAnswersId(customId: string): AnswersAsked | null {
  const [wanted, ticket = '', more = '', refused = ''] = customId.split(':')
  if (wanted !== prefix || !isId(ticket)) return null
  const use = uses.find((one) => one === more)
  const time = use ? Number.NaN : Number.parseInt(more, 36)
  return {
    ...{ ticket, use: use ?? 'open', seenAt: Number.isNaN(time) ? null : new Date(time) },
    refused: refused ? refused.split('.').map(Number) : [],
  }
}
