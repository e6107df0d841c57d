import { deliveryStates } from '../../../../core/notifications/deliveries/delivery-states.ts'
import { FilterChip } from '../../shared/filters/filter-chip.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { PersonPicker } from '../../shared/people/person-picker.tsx'
import { channelNames, channels } from '../../shared/surfaces/channel-words.ts'
import { stateNames } from './delivery-words.ts'
import type { DeliveryFilters } from './use-deliveries.ts'

const channelOptions = [
  { value: '', label: 'Any' },
  ...channels.map((value) => ({ value, label: channelNames[value] })),
]
const stateOptions = [
  { value: '', label: 'Any' },
  ...deliveryStates.map((value) => ({ value, label: stateNames[value] })),
]

type BarProps = { filters: DeliveryFilters; onChange: (changed: Partial<DeliveryFilters>) => void }

export function DeliveryFilterBar({ filters, onChange }: BarProps) {
  const { person, personName, ticket, number, channel, state } = filters
  return (
    <search className="mb-4 space-y-3">
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <div className="col-span-2">
          <PersonPicker label="To" onPick={({ id, name }) => onChange({ person: id, personName: name })} />
        </div>
        <SelectField
          label="Channel"
          value={channel}
          options={channelOptions}
          onChange={(event) => onChange({ channel: event.target.value })}
        />
        <SelectField
          label="Status"
          value={state}
          options={stateOptions}
          onChange={(event) => onChange({ state: event.target.value })}
        />
      </div>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {person && (
          <FilterChip
            label={`To ${personName || 'someone'}`}
            onRemove={() => onChange({ person: '', personName: '' })}
          />
        )}
        {ticket && (
          <FilterChip
            label={`About ${number ? `#${number}` : 'a ticket'}`}
            onRemove={() => onChange({ ticket: '', number: '' })}
          />
        )}
      </div>
    </search>
  )
}
