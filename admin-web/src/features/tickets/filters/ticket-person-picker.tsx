import { useState } from 'react'
import type { PersonSort } from '../../../../../core/tickets/lists/sort-keys.ts'
import { type Offered, PeopleCombobox } from '../../../shared/people/people-combobox.tsx'
import { useDebounced } from '../../../shared/time/use-debounced.ts'
import { useTicketPeople } from './use-ticket-people.ts'

type TicketPersonPickerProps = {
  label: string
  as: PersonSort
  /** offered before the people while nothing is typed */
  first?: Offered[]
  onPick: (person: Offered) => void
}

/** Finds a requester or an assignee among the tickets one may see. */
export function TicketPersonPicker({ label, as, first = [], onPick }: TicketPersonPickerProps) {
  const [text, setText] = useState('')
  const asked = useDebounced(text.trim())
  const people = useTicketPeople(as, asked)
  // Enter must never pick somebody who was offered for an earlier text
  const found = asked === text.trim() && !people.isPlaceholderData ? people.data : undefined
  return (
    <PeopleCombobox
      label={label}
      placeholder="Anyone"
      text={text}
      found={found && asked === '' ? [...first, ...found] : found}
      failed={people.isError}
      onText={setText}
      onPick={onPick}
    />
  )
}
