import type { OutboxCollection, OutboxQueue } from '../outbox/entry.ts'
import type { Drained } from '../outbox/outbox.ts'

/** A unit of work that succeeds or fails independently of the others in its run. */
export type Task = () => Promise<Drained>
type TasksFor = (ids: string[]) => Task[]

/** One Inngest function. It drains one queue of the documents that have entries in it. */
export type Workflow = {
  /** the function's name in Inngest's list of runs */
  id: string
  queue: OutboxQueue
  /** the name of its only step */
  step: string
  /** how many tasks run in parallel in one process */
  atOnce: number
  /** the tasks for each collection that can have entries in the queue */
  on: Partial<Record<OutboxCollection, TasksFor>>
}

/** Enough to keep slow providers busy. Each queue has its own limit, so one that hangs blocks no other. */
export const tasksAtOnce = 20

/** One task for each document. */
export const each =
  (drain: (id: string) => Promise<Drained>): TasksFor =>
  (ids) =>
    ids.map((id) => () => drain(id))
