import type { Actor } from '../user.ts'

const limitedKinds = ['tickets', 'comments', 'files', 'changes'] as const
/** What is counted: filed tickets, written comments, uploaded files, and all other changes, e.g. claims, edits and new API keys. */
export type LimitedKind = (typeof limitedKinds)[number]

/**
 * How much of each kind one person may do within ten minutes. Infinity: any number.
 * @property streams how many event streams one person may have open in one process
 */
export type Limits = Record<LimitedKind | 'streams', number>

export const noLimits: Limits = {
  tickets: Infinity,
  comments: Infinity,
  files: Infinity,
  changes: Infinity,
  streams: Infinity,
}

/** A moderator who answers quickly must not be held up. */
const moderatorsFactor = 10

/** How much this person may do within ten minutes. Admins may do anything anyway, so they have no limit. */
export function limitFor({ role }: Pick<Actor, 'role'>, limits: Limits, kind: LimitedKind): number {
  if (role === 'admin') return Infinity
  return role === 'moderator' ? limits[kind] * moderatorsFactor : limits[kind]
}

const words: Record<LimitedKind, string> = {
  tickets: 'You have filed many tickets in a short time.',
  comments: 'You have written many comments in a short time.',
  files: 'You have uploaded many files in a short time.',
  changes: 'You have changed a lot in a short time.',
}

export function limitMessage(kind: LimitedKind, seconds: number) {
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return `${words[kind]} Try again in ${wait === '1 seconds' ? '1 second' : wait}.`
}
