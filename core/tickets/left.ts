import type { Left, Ticket } from './ticket.ts'

/** A ticket that went through more hands than this has forgotten the first of them. */
const maxLeft = 50

/**
 * Who could see a ticket and can't after a change of it: those who leave with it, and those who left earlier and are
 * not back. They have to be told that it is gone, also when they were away at the moment.
 */
export function leftAfter(
  before: Pick<Ticket, 'audience' | 'left'>,
  audience: string[],
  { version, at }: Omit<Left, 'key'>,
): Left[] {
  const leaving = before.audience.filter((key) => !audience.includes(key))
  const earlier = (before.left ?? []).filter(({ key }) => !audience.includes(key) && !leaving.includes(key))
  return [...earlier, ...leaving.map((key) => ({ key, version, at }))].slice(-maxLeft)
}
