import { auditActions } from '../../../../core/audit/audit-entry.ts'
import { FilterChip } from '../../shared/filters/filter-chip.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { PersonPicker } from '../../shared/people/person-picker.tsx'
import { actionName } from './audit-words.ts'
import type { AuditFilters } from './use-audit.ts'

const actionOptions = [
  { value: '', label: 'Anything' },
  ...auditActions.map((value) => ({ value: value as string, label: actionName(value) })),
]

type AuditFilterBarProps = { filters: AuditFilters; onChange: (changed: Partial<AuditFilters>) => void }

export function AuditFilterBar({ filters, onChange }: AuditFilterBarProps) {
  return (
    <search className="mb-4 space-y-3">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <PersonPicker label="Who" onPick={({ id, name }) => onChange({ actor: id, actorName: name })} />
        <SelectField
          label="What"
          value={filters.action}
          options={actionOptions}
          onChange={(action) => onChange({ action })}
        />
        <TextField label="From" type="date" value={filters.from} onChange={(from) => onChange({ from })} />
        <TextField label="To" type="date" value={filters.to} onChange={(to) => onChange({ to })} />
      </div>
      {filters.actor && (
        <FilterChip
          label={`By ${filters.actorName || 'one person'}`}
          onRemove={() => onChange({ actor: '', actorName: '' })}
        />
      )}
    </search>
  )
}
