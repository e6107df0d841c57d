import { useId, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { Field } from './field.tsx'

type TagInputProps = {
  label: string
  hint?: string
  error?: string | undefined
  value: string[]
  suggestions?: readonly string[]
  onChange: (tags: string[]) => void
}

/** Tags as chips: Enter or a comma adds, Backspace in the empty field takes the last one away. */
export function TagInput({ label, hint, error, value, suggestions = [], onChange }: TagInputProps) {
  const [text, setText] = useState('')
  const list = useId()

  const add = (typed: string) => {
    const tag = typed.trim()
    const known = suggestions.find((one) => one.toLowerCase() === tag.toLowerCase()) ?? tag
    if (known && !value.includes(known)) onChange([...value, known])
    setText('')
  }
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(control) => (
        <div className="input flex h-auto min-h-10 w-full flex-wrap items-center gap-1.5 py-1.5">
          {value.map((tag) => (
            <Tag key={tag} tag={tag} onRemove={() => onChange(value.filter((one) => one !== tag))} />
          ))}
          <input
            {...control}
            type="text"
            list={list}
            maxLength={40}
            value={text}
            className="min-w-28 flex-1"
            onChange={(event) => (isPicked(event.nativeEvent) ? add : setText)(event.target.value)}
            onBlur={() => add(text)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ',') {
                event.preventDefault()
                add(text)
              }
              if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1))
            }}
          />
          <datalist id={list}>
            {suggestions
              .filter((one) => !value.includes(one))
              .map((one) => (
                <option key={one} value={one} />
              ))}
          </datalist>
        </div>
      )}
    </Field>
  )
}

// Picked from the list, not typed: "Java" must not end the typing of "JavaScript".
const isPicked = (event: Event) => (event as InputEvent).inputType === 'insertReplacementText'

function Tag({ tag, onRemove }: { tag: string; onRemove: () => void }) {
  return (
    <span className="flex items-center gap-1 rounded-selector bg-base-300 py-0.5 pr-1 pl-2 text-sm">
      {tag}
      <button type="button" aria-label={`Remove ${tag}`} className="cursor-pointer p-0.5" onClick={onRemove}>
        <Icon name="close" className="size-3.5" />
      </button>
    </span>
  )
}
