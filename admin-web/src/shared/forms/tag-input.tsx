import { useId, useState } from 'react'
import {
  type FieldError,
  type FieldPathByValue,
  type FieldValues,
  type UseControllerProps,
  useController,
} from 'react-hook-form'
import { Field } from './field.tsx'
import { RemovableTag } from './removable-tag.tsx'

type TagInputProps<Values extends FieldValues> = {
  control: NonNullable<UseControllerProps<Values>['control']>
  name: FieldPathByValue<Values, string[]>
  label: string
  hint?: string
  suggestions?: readonly string[]
}

/** Tags as chips. Enter or a comma adds one; Backspace in the empty field removes the last one. */
export function TagInput<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  suggestions = [],
}: TagInputProps<Values>) {
  const { field, fieldState } = useController({ control, name })
  const [text, setText] = useState('')
  const list = useId()
  const tags: string[] = field.value
  const setTags: (tags: string[]) => void = field.onChange

  const add = (typed: string) => {
    const tag = typed.trim()
    const known = suggestions.find((one) => one.toLowerCase() === tag.toLowerCase()) ?? tag
    if (known && !tags.includes(known)) setTags([...tags, known])
    setText('')
  }
  return (
    <Field label={label} hint={hint} error={errorIn(fieldState.error)}>
      {(props) => (
        <div className="input flex h-auto min-h-10 w-full flex-wrap items-center gap-1.5 py-1.5">
          {tags.map((tag) => (
            <RemovableTag key={tag} tag={tag} onRemove={() => setTags(tags.filter((one) => one !== tag))} />
          ))}
          <input
            {...props}
            ref={field.ref}
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
              if (event.key === 'Backspace' && text === '') setTags(tags.slice(0, -1))
            }}
          />
          <datalist id={list}>
            {suggestions
              .filter((one) => !tags.includes(one))
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

/** The complaint about the whole list, or else the first about one of its tags. */
const errorIn = (error: FieldError | undefined): string | undefined =>
  Array.isArray(error) ? error.find(Boolean)?.message : error?.message
