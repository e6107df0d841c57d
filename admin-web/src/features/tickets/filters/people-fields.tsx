import { PersonPicker } from '../../../shared/people/person-picker.tsx'
import type { TicketFilters } from './ticket-filters.ts'

/** For admins: only they may look accounts up. */
const ownWords = [
  { id: 'none', name: 'Nobody' },
  { id: 'me', name: 'Me' },
]

export const PeopleFields = ({ onChange }: { onChange: (changed: Partial<TicketFilters>) => void }) => (
  <>
    <PersonPicker
      label="Assignee"
      first={ownWords}
      onPick={({ id, name }) => onChange({ assignee: id, assigneeName: name })}
    />
    <PersonPicker
      label="Requester"
      onPick={({ id, name }) => onChange({ requester: id, requesterName: name })}
    />
  </>
)
