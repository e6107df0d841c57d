import { PersonPicker } from '../../../shared/people/person-picker.tsx'
import type { TicketFilters } from './ticket-filters.ts'

/** Offered before the accounts. */
const specialAssignees = [
  { id: 'none', name: 'Unassigned' },
  { id: 'me', name: 'Me' },
]

export const PeopleFields = ({ onChange }: { onChange: (changed: Partial<TicketFilters>) => void }) => (
  <>
    <PersonPicker
      label="Assignee"
      first={specialAssignees}
      onPick={({ id, name }) => onChange({ assignee: id, assigneeName: name })}
    />
    <PersonPicker
      label="Requester"
      onPick={({ id, name }) => onChange({ requester: id, requesterName: name })}
    />
  </>
)
