import { backgroundConnections } from '../open-database.ts'
import type { OutboxCollection, OutboxQueue } from '../outbox/entry.ts'
import type { Drained } from '../outbox/outbox.ts'

/** Work on some documents, which succeeds or fails independently of other tasks. */
export type Task = () => Promise<Drained>
type TasksFor = (ids: string[]) => Task[]

/** One step of an Inngest function: it drains one queue of each document. */
export type Workflow = {
  queue: OutboxQueue
  /** its name in Inngest's list of runs */
  step: string
  /** how many tasks run side by side in one process */
  concurrency: number
  /** the documents that can have entries in the queue */
  on: Partial<Record<OutboxCollection, TasksFor>>
}

/**
 * Enough to keep slow providers busy; a queue that hangs blocks none of another's. No more than there are connections,
 * because tasks that wait long for a slow database could lose their leases.
 */
export const defaultConcurrency = backgroundConnections

/** One task for each document. */
export const taskPerDocument =
  (drain: (id: string) => Promise<Drained>): TasksFor =>
  (ids) =>
    ids.map((id) => () => drain(id))
