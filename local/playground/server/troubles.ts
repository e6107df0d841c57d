import type { CurrentTrouble, Trouble } from '../desk-calls.ts'

/** Makes one kind of trouble. @returns ends it, if it lasts */
export type MakeTrouble = () => (() => void) | undefined

/** `lastsMs` undefined: until it is stopped, or at once if nothing lasts. */
export type KnownTrouble = { make: MakeTrouble; lastsMs?: number }

export type Troubles = ReturnType<typeof createTroubles>

/** The "Simulate" menu: starts trouble, ends it in time, and says what there is now. */
export function createTroubles(known: Partial<Record<Trouble, KnownTrouble>>) {
  const current = new Map<Trouble, { until: number | null; end: () => void }>()
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const look of watchers) look()
  }

  function stop(kind: Trouble) {
    const trouble = current.get(kind)
    current.delete(kind)
    trouble?.end()
    if (trouble) changed()
  }

  return {
    offered: Object.keys(known) as Trouble[],

    /** @throws Error for a kind that isn't offered here */
    start(kind: Trouble) {
      const trouble = known[kind]
      if (!trouble) throw new Error('This can’t be simulated here.')
      stop(kind)
      const undo = trouble.make()
      if (!undo) return
      const { lastsMs } = trouble
      const timer = lastsMs ? setTimeout(() => stop(kind), lastsMs) : undefined
      const end = () => {
        clearTimeout(timer)
        undo()
      }
      current.set(kind, { until: lastsMs ? Date.now() + lastsMs : null, end })
      changed()
    },

    stop,

    stopAll() {
      for (const kind of [...current.keys()]) stop(kind)
    },

    current: (): CurrentTrouble[] => [...current].map(([kind, { until }]) => ({ kind, until })),

    onChange(look: () => void) {
      watchers.add(look)
      return () => void watchers.delete(look)
    },
  }
}
