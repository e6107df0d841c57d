import { setTimeout as sleep } from 'node:timers/promises'
import { RetryLater } from '../../core/provider-errors.ts'
import type { Workflow } from '../../core/workflows/workflow.ts'

/** No test waits as long as a provider asks for. */
const maxPauseMs = 100

/** Drains the queues of changed tickets, one run at a time for each queue of a ticket, again until nothing fails. */
export function createDrainer() {
  let workflows: Workflow[] = []
  let isClosing = false
  const running = new Map<string, { again: boolean; done: Promise<void> }>()

  async function drain(workflow: Workflow, ticket: string) {
    while (!isClosing) {
      try {
        for (const task of workflow.on.tickets?.([ticket]) ?? []) await task()
        return
      } catch (error) {
        if (!(error instanceof RetryLater)) throw error
        await sleep(Math.min(error.afterMs, maxPauseMs))
      }
    }
  }

  function run(workflow: Workflow, ticket: string) {
    const key = `${workflow.queue}:${ticket}`
    const current = running.get(key)
    if (current) {
      current.again = true
      return
    }
    const state = { again: false, done: Promise.resolve() }
    running.set(key, state)
    state.done = drain(workflow, ticket)
      .catch((error: unknown) => console.error(`A run of ${workflow.queue} failed:`, error))
      .then(() => {
        running.delete(key)
        if (state.again) run(workflow, ticket)
      })
  }

  return {
    serve: (served: Workflow[]) => {
      workflows = served
    },
    look: (ticket: string) => {
      for (const workflow of workflows) run(workflow, ticket)
    },
    isIdle: () => running.size === 0,
    async close() {
      isClosing = true
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
