import { useState } from 'react'

/** A state that this browser keeps for the next visit. @param key of localStorage, after "playground-" */
export function useStored<Value extends string | number | null>(key: string, initial: Value) {
  const name = `playground-${key}`
  const [value, setValue] = useState<Value>(() => read(name) ?? initial)
  const store = (now: Value) => {
    setValue(now)
    localStorage.setItem(name, JSON.stringify(now))
  }
  return [value, store] as const
}

function read<Value>(name: string): Value | undefined {
  const kept = localStorage.getItem(name)
  try {
    return kept === null ? undefined : (JSON.parse(kept) as Value)
  } catch {
    return undefined
  }
}
