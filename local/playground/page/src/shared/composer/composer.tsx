import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { AttachButton, PickedList } from './attach.tsx'
import type { Suggestion } from './suggestion.ts'
import { SuggestionList } from './suggestion-list.tsx'

export type ComposerProps = {
  className: string
  label: string
  /** What may be chosen for the text so far. */
  suggest: (text: string) => Suggestion[]
  /** Sends what was typed. The text stays if it rejects. */
  onSend: (text: string, files: File[]) => Promise<void>
  /** Before the text box, such as what it replies to. */
  above?: ReactNode
  send?: ReactNode
  onArrowUp?: () => void
}

/** A text box that sends with Enter, completes commands, people and emoji, and takes files. */
export function Composer(props: ComposerProps) {
  const [text, setText] = useState('')
  const [files, setFiles] = useState<File[]>([])
  const [active, setActive] = useState(0)
  const [isClosed, setClosed] = useState(false)
  const listId = useId()
  const suggestions = isClosed ? [] : props.suggest(text)
  const change = (now: string) => {
    setText(now)
    setActive(0)
    setClosed(false)
  }
  const choose = (suggestion: Suggestion) => {
    change(suggestion.text ?? '')
    suggestion.choose?.()
  }
  const isEmpty = text.trim() === '' && files.length === 0
  const send = async () => {
    if (isEmpty) return
    const sent = { text, files }
    change('')
    setFiles([])
    await props.onSend(sent.text, sent.files).catch(() => change(sent.text))
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const count = suggestions.length
    const chosen = suggestions[active]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && count > 0) setActive((active + step + count) % count)
    else if (chosen && (event.key === 'Tab' || event.key === 'Enter')) choose(chosen)
    else if (count > 0 && event.key === 'Escape') setClosed(true)
    else if (event.key === 'Enter' && !event.shiftKey) void send()
    else if (event.key === 'ArrowUp' && text === '' && props.onArrowUp) props.onArrowUp()
    else return
    event.preventDefault()
  }
  return (
    <div className={`composer ${props.className}`}>
      {suggestions.length > 0 && (
        <SuggestionList id={listId} suggestions={suggestions} active={active} onChoose={choose} />
      )}
      {props.above}
      <PickedList files={files} onRemove={(file) => setFiles(files.filter((one) => one !== file))} />
      <div className="composer-line">
        <AttachButton onPick={(picked) => setFiles([...files, ...picked].slice(0, 10))} />
        <textarea
          className="composer-text"
          rows={Math.min(8, text.split('\n').length)}
          value={text}
          placeholder={props.label}
          aria-label={props.label}
          aria-controls={suggestions.length > 0 ? listId : undefined}
          aria-activedescendant={suggestions.length > 0 ? `${listId}-${active}` : undefined}
          onChange={(event) => change(event.target.value)}
          onKeyDown={press}
        />
        {props.send && (
          <button
            type="button"
            className="composer-send"
            aria-label="Send"
            disabled={isEmpty}
            onClick={() => void send()}
          >
            {props.send}
          </button>
        )}
      </div>
    </div>
  )
}
