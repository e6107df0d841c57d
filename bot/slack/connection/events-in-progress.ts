import type { App } from '@slack/bolt'
import pTimeout from 'p-timeout'

/**
 * Keeps count of what is being handled, so that stopping can let it finish before the database goes.
 * @returns waits until nothing is being handled, at most `ms` milliseconds
 */
export function countInFlight(app: Pick<App, 'processEvent'>) {
  const running = new Set<Promise<void>>()
  const process = app.processEvent.bind(app)
  app.processEvent = (event) => {
    const handling = process(event)
    running.add(handling)
    const done = () => running.delete(handling)
    handling.then(done, done)
    return handling
  }
  return async (ms: number) => {
    await pTimeout(Promise.allSettled(running), { milliseconds: ms, message: false })
  }
}
