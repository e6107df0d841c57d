import { shuffledIndexes } from '../random.ts'

/** Tickets to train on, and tickets to try the result on. */
export type Split = { train: Uint32Array; test: Uint32Array }

const folds = 5
/** Up to this many rows, each is held out once; training five times takes seconds. */
const crossValidated = 6_000
const heldOutOfMany = 4_000

/** @returns five splits in which each row is held out once; of many rows, one split */
export function holdOut(rows: number, random: () => number): Split[] {
  const order = shuffledIndexes(rows, random)
  if (rows > crossValidated)
    return [{ train: order.subarray(heldOutOfMany), test: order.subarray(0, heldOutOfMany) }]
  return Array.from({ length: folds }, (_, fold) => ({
    train: order.filter((_, at) => at % folds !== fold),
    test: order.filter((_, at) => at % folds === fold),
  }))
}
