import { useEffect, useRef } from 'react'

const writing = 'input, textarea, select, [contenteditable], dialog[open]'

/** Does something when a key is pressed, unless somebody is writing or a dialog is open. @param key null: none */
export function useShortcut(key: string | null, act: () => void) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(writing)) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [key])
}
