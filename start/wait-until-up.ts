import type { ServiceState } from '../core/health.ts'

/** A moment for what connects in the background, so that the first look at the desk is a true one. */
export async function waitUntilUp(ms: number, ...parts: ({ state: () => ServiceState } | undefined)[]) {
  const deadline = Date.now() + ms
  const waiting = () => parts.some((part) => part?.state().state === 'down')
  while (waiting() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 50))
}
