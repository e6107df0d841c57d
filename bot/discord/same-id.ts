import { isId } from '../../core/ids.ts'

const prefix = 'same-as'

/** @property ticket the new one @property of the number of the earlier one */
export type SamePress = { ticket: string; of: number }

/** The custom id of a button that joins a ticket just filed with an earlier one of the same person. */
export const sameIdOf = ({ ticket, of }: SamePress) => `${prefix}:${ticket}:${of}`

/** @returns null for another id */
export function readSameId(customId: string): SamePress | null {
  const [word, ticket = '', of] = customId.split(':')
  return word === prefix && isId(ticket) ? { ticket, of: Number(of) } : null
}
