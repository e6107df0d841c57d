import type { World } from './world.ts'

/** Waits until a condition holds, checking after every change; false when `timeoutMs` passed first. */
export function waitUntil(world: World, isSo: () => boolean, timeoutMs: number): Promise<boolean> {
  if (isSo()) return Promise.resolve(true)
  return new Promise((resolve) => {
    const finish = (result: boolean) => {
      clearTimeout(timer)
      world.changes.off('change', look)
      resolve(result)
    }
    const look = () => {
      if (isSo()) finish(true)
    }
    const timer = setTimeout(() => finish(isSo()), Math.max(0, timeoutMs))
    world.changes.on('change', look)
  })
}
