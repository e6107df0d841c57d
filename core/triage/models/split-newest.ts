/** What is held back to try a model on, as a share of all tickets. */
const heldBackShare = 0.2

/** @param tickets the newest first @returns the newest fifth, to be held back, and the others */
export function splitNewest<T>(tickets: readonly T[]): [heldBack: T[], others: T[]] {
  const newest = Math.round(tickets.length * heldBackShare)
  return [tickets.slice(0, newest), tickets.slice(newest)]
}
