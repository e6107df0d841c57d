import { z } from 'zod'
import { writtenDeedSchema } from '../audit/audit-entry.ts'

/**
 * A lane is a queue of its own: what is owed in one lane of one owner happens in order, one at a time,
 * and a lane that is stuck (a mail server that is down) holds up no other.
 */
export const lanes = ['triage', 'assign', 'slack', 'discord', 'mail', 'upkeep'] as const
export type Lane = (typeof lanes)[number]

/** The collections whose documents carry an outbox. */
export const owners = ['tickets', 'users', 'catalog', 'errands'] as const
export type Owner = (typeof owners)[number]

/** What a change owes the world, written in the same update as the change itself. Ids only, no text but for the audit log. */
export const owedSchema = z.object({
  id: z.string().describe('<owner id>:<version>:<index>'),
  lane: z.enum(lanes),
  kind: z.enum([
    'triage',
    'assign',
    'card',
    'comment',
    'identify',
    'notify',
    'rename',
    'mark',
    'unmark',
    'comment-changed',
    'merge',
    'erase',
    'record',
    'sign-out',
  ]),
  at: z.date(),
  comment: z.string().optional().describe('comment id, for kind comment and what is told of one'),
  seen: z.number().int().optional().describe('version of the comment, for comment-changed'),
  other: z.string().optional().describe('id of the other ticket, for mark and unmark'),
  mark: z.string().optional().describe('which marking as a duplicate'),
  deed: writtenDeedSchema.optional().describe('for record: what the audit log is to have'),
  keep: z.string().optional().describe('for sign-out: the session that goes on'),
  to: z.string().optional().describe('user id, for kind notify'),
  pending: z.string().optional().describe('id of a pending sign-up, for confirm-address'),
  about: z
    .enum([
      'account-created',
      'confirm-address',
      'address-known',
      'reset-password',
      'assigned',
      'taken-over',
      'left-open',
      'waiting',
      'resolved',
      'released',
      'status-changed',
      'commented',
      'mentioned',
    ])
    .optional()
    .describe('what a notify is about'),
})

/** Who is at work in which lane of a document, and until when nobody else may begin. */
export const busySchema = z.record(z.string(), z.object({ by: z.string(), until: z.date() }))

export type Owed = z.infer<typeof owedSchema>
export type Busy = z.infer<typeof busySchema>
export type Topic = NonNullable<Owed['about']>

/** An entry as a decision states it; the store adds id and time. */
export type NewOwed = Omit<Owed, 'id' | 'at'>

/** How long the relay's own event has before the sweep sends it again. Longer than triage may take. */
export const firstWakeMs = 20_000
const longestWakeMs = 10 * 60_000

/** When the sweep should look again after its nth sending. @param wakes sendings so far @returns milliseconds */
export const wakeDelayMs = (wakes: number) => Math.min(firstWakeMs * 2 ** wakes, longestWakeMs)

/** Gives the entries of one change their ids and drops lanes that nobody on this desk serves. */
export function recordOwed(
  owe: NewOwed[],
  context: { owner: string; version: number; now: Date; enabled: ReadonlySet<Lane> },
): Owed[] {
  return owe
    .filter((entry) => context.enabled.has(entry.lane))
    .map((entry, index) => ({
      ...entry,
      id: `${context.owner}:${context.version}:${index}`,
      at: context.now,
    }))
}
