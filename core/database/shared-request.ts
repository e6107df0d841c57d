import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises'

const maxShared = 100
/** After this long, the next batch starts even if the previous one is still running. */
const patienceMs = 25

/**
 * Batches requests: all that arrive while one batch is running share the next. A burst costs a few round trips instead
 * of one each, and a single request does not wait.
 * @param run answers a batch in order; an error rejects all its requests
 */
export function sharedRequest<Ask, Answer>(run: (requests: Ask[]) => Promise<Answer[]>) {
  type Waiter = { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }
  const waiting: Waiter[] = []
  let busy = false

  async function serve() {
    busy = true
    // Requests of the same turn of the event loop share the first batch.
    await immediate()
    while (waiting.length > 0) await Promise.race([runFor(waiting.splice(0, maxShared)), sleep(patienceMs)])
    busy = false
  }

  async function runFor(served: Waiter[]) {
    try {
      const answers = await run(served.map(({ ask }) => ask))
      for (const [index, one] of served.entries()) one.resolve(answers[index] as Answer)
    } catch (error) {
      for (const one of served) one.reject(error)
    }
  }

  return (ask: Ask) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ ask, resolve, reject })
      if (!busy) void serve()
    })
}
