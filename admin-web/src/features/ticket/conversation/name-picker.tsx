import type { Visibility } from '../../../../../core/tickets/comments/comment.ts'
import type { Person } from '../../../../../core/trace.ts'
import { useMentionable } from '../use-mentionable.ts'
import { nameBeingTyped } from './mentions.ts'

type NamePickerProps = {
  ticket: string
  text: string
  visibility: Visibility
  onPick: (person: Person, typed: string) => void
}

/** Offers people while an @name is typed. Whoever is mentioned is notified, and staff then watch the ticket. */
export function NamePicker({ ticket, text, visibility, onPick }: NamePickerProps) {
  const typed = nameBeingTyped(text)
  const people = useMentionable(ticket, typed === null ? null : { visibility, search: typed })
  if (typed === null || !people.data?.length) return null
  return (
    <ul aria-label="People to mention" className="mt-2 flex flex-wrap gap-2">
      {people.data.map((person) => (
        <li key={person.id}>
          <button type="button" className="btn btn-plain btn-xs" onClick={() => onPick(person, typed)}>
            @{person.name}
          </button>
        </li>
      ))}
    </ul>
  )
}
