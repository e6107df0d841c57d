import type { ServiceState } from '../core/health.ts'

/** Waits until all parts are up, at most `ms` milliseconds. They connect in the background. */
export async function waitUntilUp(ms: number, ...parts: ({ state: () => ServiceState } | undefined)[]) {
  const deadline = Date.now() + ms
  const waiting = () => parts.some((part) => part?.state().state === 'down')
  while (waiting() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 50))
}
