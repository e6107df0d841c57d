import { useEffect, useRef, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useShortcut } from '../ui/use-shortcut.ts'

const pauseMs = 250

type SearchFieldProps = {
  label: string
  placeholder: string
  value: string
  onSearch: (text: string) => void
  /** false where the page may have another search field */
  shortcut?: boolean
}

/** Searches when the typing pauses. The key "/" moves the focus here, Escape empties the field. */
export function SearchField({ label, placeholder, value, onSearch, shortcut = true }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  const sent = useRef(value)
  useShortcut(shortcut ? '/' : null, () => input.current?.focus())

  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    const wanted = text.trim()
    if (wanted === sent.current) return
    const timer = setTimeout(() => {
      sent.current = wanted
      onSearch(wanted)
    }, pauseMs)
    return () => clearTimeout(timer)
  })

  return (
    <label className="input w-full">
      <Icon name="search" className="text-muted size-4.5" />
      <span className="sr-only">{label}</span>
      <input
        ref={input}
        type="search"
        className="text-ellipsis"
        dir="auto"
        placeholder={placeholder}
        maxLength={100}
        value={text}
        aria-keyshortcuts={shortcut ? '/' : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
      />
      {shortcut && (
        <span
          aria-hidden="true"
          className="text-muted rounded border border-base-300 px-1.5 text-xs max-sm:hidden"
        >
          /
        </span>
      )}
    </label>
  )
}
