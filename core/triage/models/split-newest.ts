/** The share of all tickets that a model is measured on. */
const heldOutShare = 0.2

/** @param tickets the newest first @returns the newest fifth, to be held out, and the others */
export function splitNewest<T>(tickets: readonly T[]): [heldOut: T[], others: T[]] {
  const newest = Math.round(tickets.length * heldOutShare)
  return [tickets.slice(0, newest), tickets.slice(newest)]
}
