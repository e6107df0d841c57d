import type { App } from '@slack/bolt'
import pTimeout from 'p-timeout'

/**
 * Tracks the events in progress, so they can finish before the database closes.
 * @returns waits until no event is in progress, at most `ms` milliseconds
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
