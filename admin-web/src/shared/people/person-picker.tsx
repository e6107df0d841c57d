import { useState } from 'react'
import { useDebounced } from '../time/use-debounced.ts'
import { type Offered, PeopleCombobox } from './people-combobox.tsx'
import { useUsers } from './use-users.ts'

const maxOffered = 8

type PersonPickerProps = {
  label: string
  placeholder?: string
  /** offered before the accounts while nothing is typed */
  first?: Offered[]
  onPick: (person: Offered) => void
}

/** Finds an account by name or address. For admins. */
export function PersonPicker({ label, placeholder = 'Anyone', first = [], onPick }: PersonPickerProps) {
  const [text, setText] = useState('')
  const asked = useDebounced(text.trim())
  const { users, list } = useUsers(asked, { pollMs: false })
  // Enter must never pick somebody who was offered for an earlier text
  const found = asked === text.trim() && !list.isPlaceholderData ? users?.slice(0, maxOffered) : undefined
  return (
    <PeopleCombobox
      label={label}
      placeholder={placeholder}
      text={text}
      found={found && asked === '' ? [...first, ...found] : found}
      failed={list.isError}
      onText={setText}
      onPick={onPick}
    />
  )
}
