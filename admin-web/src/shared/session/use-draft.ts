import { useEffect, useRef, useState } from 'react'
import { forget, keep, readKept } from './drafts.ts'
import { useMe } from './use-me.ts'

/** State that is kept as a draft while it differs from `initial`. @returns value, setter, and what ends the draft */
export function useDraft<T>(name: string, initial: T) {
  const kept = `${useMe().id}:${name}`
  const [value, setValue] = useState<T>(() => readKept<T>(kept) ?? initial)
  const start = useRef(JSON.stringify(initial))

  useEffect(() => {
    if (JSON.stringify(value) === start.current) forget(kept)
    else keep(kept, value)
  }, [kept, value])

  const end = () => {
    forget(kept)
    setValue(initial)
  }
  return [value, setValue, end] as const
}
