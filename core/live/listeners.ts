import type { Listener } from './listener.ts'

/** The listeners of this process, indexed by audience key. */
export function createListeners() {
  const all = new Set<Listener>()
  const byKey = new Map<string, Set<Listener>>()

  function add(listener: Listener) {
    all.add(listener)
    for (const key of listener.keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(listener))
  }

  /** @returns whether it was there */
  function remove(listener: Listener): boolean {
    for (const key of listener.keys) {
      byKey.get(key)?.delete(listener)
      if (byKey.get(key)?.size === 0) byKey.delete(key)
    }
    return all.delete(listener)
  }

  /** The listeners that hold any of these keys, without duplicates. */
  const holding = (keys: Iterable<string>) => new Set([...keys].flatMap((key) => [...(byKey.get(key) ?? [])]))

  return { all, add, remove, holding }
}
