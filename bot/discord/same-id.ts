import { pairId } from './pair-id.ts'

/** The custom id of a button that joins a ticket just filed with an earlier one of the same person. */
export const { write: sameIdOf, read: readSameId } = pairId('same-as')
