import { useSyncExternalStore } from 'react'
import { problem } from '../http/problem.ts'

type Load = () => Promise<unknown>

const missing = new Set<Load>()
const listeners = new Set<() => void>()

/**
 * Loads code that is not part of the initial script. While it can't be loaded, `useMissingChunk` is true.
 * @param load the same function at each attempt
 * @throws Problem when the chunk is gone since an update, or the connection is
 */
export async function loadChunk<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    const loaded = await load()
    change(() => missing.delete(load))
    return loaded
  } catch {
    change(() => missing.add(load))
    throw problem(0, 'This page couldn’t be loaded. Check your connection, then reload it.')
  }
}

function change(act: () => void) {
  const before = missing.size
  act()
  if (missing.size !== before) for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether something on this page could not be loaded. */
export const useMissingChunk = () => useSyncExternalStore(subscribe, () => missing.size > 0)
