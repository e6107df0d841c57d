import type { App } from '@slack/bolt'
import pTimeout from 'p-timeout'

/**
 * Tracks events in progress, so that they can finish before the database closes.
 * @returns a function that waits for them, at most `ms` milliseconds
 */
export function trackEventsInProgress(app: Pick<App, 'processEvent'>) {
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
