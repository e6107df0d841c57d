import { useRef, useState } from 'react'
import { discardDraft, readDraft, saveDraft } from './drafts.ts'
import { useMe } from './use-me.ts'

/**
 * What somebody types, kept over a reload.
 * @returns `start`: the kept draft, or `blank`; `keep`, for an effect after each change; `end`, once it is sent
 */
export function useDraft<T>(name: string, blank: T) {
  const key = `${useMe().id}:${name}`
  const [start] = useState<T>(() => readDraft<T>(key) ?? blank)
  const [unchanged] = useState(() => JSON.stringify(blank))
  const last = useRef<string>(null)
  const ended = useRef(false)

  /** Stores only what has changed: a draft that logging out removed stays removed while the page is still there. */
  const keepDraft = (value: T) => {
    const text = JSON.stringify(value)
    if (ended.current || text === last.current) return
    last.current = text
    if (text === unchanged) discardDraft(key)
    else saveDraft(key, value)
  }
  const end = () => {
    ended.current = true
    discardDraft(key)
  }
  return { start, keep: keepDraft, end }
}
