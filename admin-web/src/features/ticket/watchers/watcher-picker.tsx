import { useState } from 'react'
import type { TicketView } from '../../../shared/http/answers.ts'
import { type Offered, PeopleCombobox } from '../../../shared/people/people-combobox.tsx'
import { PersonPicker } from '../../../shared/people/person-picker.tsx'
import { useMe } from '../../../shared/session/use-me.ts'
import { useDebounced } from '../../../shared/time/use-debounced.ts'
import { useMentionable } from '../use-mentionable.ts'

type WatcherPickerProps = { ticket: TicketView; onPick: (person: Offered) => void }

const words = { label: 'Add a watcher', placeholder: 'Name' }

/** Admins choose from all accounts, moderators from staff: they can't look up other accounts. */
export const WatcherPicker = (props: WatcherPickerProps) =>
  useMe().role === 'admin' ? (
    <PersonPicker {...words} onPick={props.onPick} />
  ) : (
    <ColleaguePicker {...props} />
  )

function ColleaguePicker({ ticket, onPick }: WatcherPickerProps) {
  const [text, setText] = useState('')
  const search = useDebounced(text.trim())
  const people = useMentionable(ticket.id, { visibility: 'internal', search })
  const isCurrent = search === text.trim() && !people.isPlaceholderData
  const others = people.data?.filter(({ id }) => !ticket.watchers.some((watcher) => watcher.id === id))
  return (
    <PeopleCombobox
      {...words}
      text={text}
      found={isCurrent ? others : undefined}
      failed={people.isError}
      onText={setText}
      onPick={onPick}
    />
  )
}
