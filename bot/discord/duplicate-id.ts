import { isId } from '../../core/ids.ts'

const prefix = 'duplicate-of'

/** @property of the number of the original */
export type DuplicatePress = { ticket: string; of: number }

/** The custom id of a button that marks a duplicate. Never change the format: old cards keep theirs for years. */
export const duplicateIdOf = ({ ticket, of }: DuplicatePress) => `${prefix}:${ticket}:${of}`

/** @returns null for another id */
export function readDuplicateId(customId: string): DuplicatePress | null {
  const [word, ticket = '', of] = customId.split(':')
  return word === prefix && isId(ticket) ? { ticket, of: Number(of) } : null
}
