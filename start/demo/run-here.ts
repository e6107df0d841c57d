import pLimit from 'p-limit'
import type { OutboxEvent, SendEvents } from '../../core/outbox/relay.ts'
import { pipelinesOf } from '../../core/workflows/pipelines.ts'
import type { Worker } from '../../core/workflows/worker.ts'

const documentConcurrency = 4
const maxRounds = 50
/** A lease of the work before may still be held. */
const pauseMs = 20

/** Does the desk's background work in this process, without Inngest, whose clock can't be moved. */
export function runHere() {
  const limit = pLimit(documentConcurrency)
  let waiting: OutboxEvent[] = []
  let worker: Worker | undefined

  const send: SendEvents = async (events) => {
    waiting.push(...events)
  }

  /** @returns the events of documents whose work failed */
  async function work(events: OutboxEvent[]): Promise<OutboxEvent[]> {
    const documents = [...new Map(events.map((one) => [`${one.collection}:${one.document}`, one])).values()]
    const failed = await Promise.all(
      documents.map((event) => limit(async () => ((await isDone(event)) ? [] : [event]))),
    )
    return failed.flat()
  }

  async function isDone({ collection, document }: OutboxEvent): Promise<boolean> {
    const workflows = worker ? pipelinesOf(worker).flatMap((pipeline) => pipeline.workflows) : []
    const tasks = workflows.flatMap(({ on }) => on[collection]?.([document]) ?? [])
    let done = true
    for (const task of tasks)
      await task().catch(() => {
        done = false
      })
    return done
  }

  return {
    send,

    use(ready: Worker) {
      worker = ready
    },

    /** Works until nothing is waiting. What fails every time is left to the next sweep. */
    async settle(drainRelay: () => Promise<unknown>): Promise<void> {
      await drainRelay()
      for (let round = 0; waiting.length > 0 && round < maxRounds; round++) {
        const failed = await work(waiting.splice(0))
        await drainRelay()
        if (failed.length > 0) await new Promise((done) => setTimeout(done, pauseMs))
        waiting.push(...failed)
      }
      waiting = []
    },
  }
}
