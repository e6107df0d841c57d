import { useEffect, useState } from 'react'
import { TextField } from '../../../shared/forms/text-field.tsx'

/** Filters by one exact tag, once the field is left or Enter is pressed: half a tag matches nothing. */
export function TagField({ value, onChange }: { value: string; onChange: (tag: string) => void }) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const take = () => onChange(text.trim())
  return (
    <TextField
      label="Tag"
      maxLength={40}
      placeholder="Any"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}
