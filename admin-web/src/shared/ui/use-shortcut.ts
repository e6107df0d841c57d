import { useEffect, useRef } from 'react'

const ignored = 'input, textarea, select, [contenteditable], dialog[open]'

/** Calls `act` when a key is pressed outside of text fields and dialogs. @param key null: no shortcut */
export function useShortcut(key: string | null, act: () => void) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(ignored)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [key])
}
