import { isId } from '../../core/ids.ts'

const prefix = 'answers'

/** The custom id of the button that asks for answers, and of its form. Never change it: old messages keep theirs for years. */
export const answersIdOf = (ticket: string) => `${prefix}:${ticket}`

/** @returns the ticket's id; null for another custom id */
export function readAnswersId(customId: string): string | null {
  const [wanted, ticket = ''] = customId.split(':')
  return wanted === prefix && isId(ticket) ? ticket : null
}
