import { PersonPicker } from '../../../shared/people/person-picker.tsx'
import { useMe } from '../../../shared/session/use-me.ts'
import type { TicketFilters } from './ticket-filters.ts'
import { TicketPersonPicker } from './ticket-person-picker.tsx'

/** Offered before the accounts. */
const specialAssignees = [
  { id: 'none', name: 'Unassigned' },
  { id: 'me', name: 'Me' },
]

/** Admins choose among all accounts, moderators among the people of the tickets that they may see. */
export function PeopleFields({ onChange }: { onChange: (changed: Partial<TicketFilters>) => void }) {
  const Picker = useMe().role === 'admin' ? PersonPicker : TicketPersonPicker
  return (
    <>
      <Picker
        label="Assignee"
        as="assignee"
        first={specialAssignees}
        onPick={({ id, name }) => onChange({ assignee: id, assigneeName: name })}
      />
      <Picker
        label="Requester"
        as="requester"
        onPick={({ id, name }) => onChange({ requester: id, requesterName: name })}
      />
    </>
  )
}
