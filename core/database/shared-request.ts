import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises'

const maxShared = 100
/** A request that takes this long holds up nobody: those who wait for it send theirs beside it. */
const patienceMs = 25

/**
 * Makes one request of many: whoever asks while one is under way shares the next. A burst costs a few round trips
 * instead of one each, and somebody who is alone waits for nobody.
 * @param run answers those who share it, in their order; what it throws, each of them gets
 */
export function sharedRequest<Ask, Answer>(run: (asks: Ask[]) => Promise<Answer[]>) {
  type Waiter = { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }
  const waiting: Waiter[] = []
  let busy = false

  async function serve() {
    busy = true
    // Whoever came with the same turn of the event loop comes along.
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
