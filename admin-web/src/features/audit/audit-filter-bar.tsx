import { auditActions } from '../../../../core/audit/audit-entry.ts'
import { FilterChip } from '../../shared/filters/filter-chip.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { PersonPicker } from '../../shared/people/person-picker.tsx'
import { actionName } from './audit-words.ts'
import type { AuditFilters } from './use-audit.ts'

const actionOptions = [
  { value: '', label: 'Any action' },
  ...auditActions.map((value) => ({ value, label: actionName(value) })),
]

type AuditFilterBarProps = { filters: AuditFilters; onChange: (changed: Partial<AuditFilters>) => void }

export function AuditFilterBar({ filters, onChange }: AuditFilterBarProps) {
  return (
    <search className="mb-4 space-y-3">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <PersonPicker label="Person" onPick={({ id, name }) => onChange({ actor: id, actorName: name })} />
        <SelectField
          label="Action"
          value={filters.action}
          options={actionOptions}
          onChange={(event) => onChange({ action: event.target.value })}
        />
        <TextField
          label="From"
          type="date"
          value={filters.from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <TextField
          label="To"
          type="date"
          value={filters.to}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </div>
      {filters.actor && (
        <FilterChip
          label={`By ${filters.actorName || 'someone'}`}
          onRemove={() => onChange({ actor: '', actorName: '' })}
        />
      )}
    </search>
  )
}
