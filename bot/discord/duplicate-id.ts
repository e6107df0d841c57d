import { pairId } from './pair-id.ts'

/** The custom id of a button that marks a duplicate. */
export const { write: duplicateIdOf, read: readDuplicateId } = pairId('duplicate-of')
