import { useFieldArray } from 'react-hook-form'
import { maxAbsences } from '../../../../core/users/duty/duty-schedule.ts'
import { TextField } from '../forms/text-field.tsx'
import { fieldOf } from '../forms/use-schema-form.ts'
import { RemovableRow } from './removable-row.tsx'
import type { ScheduleForm } from './use-schedule-form.ts'

/** Days on which nobody gets tickets, whatever their shifts say. */
export function AbsenceList({ form }: { form: ScheduleForm }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'absences' })
  return (
    <div className="space-y-3">
      <ul className="space-y-3">
        {fields.map(({ id }, index) => (
          <RemovableRow key={id} name={`Absence ${index + 1}`} onRemove={() => remove(index)}>
            <div className="grid max-w-96 gap-3 min-[400px]:grid-cols-2">
              <TextField label="First day" type="date" {...fieldOf(form, `absences.${index}.from`)} />
              <TextField label="Last day" type="date" {...fieldOf(form, `absences.${index}.to`)} />
            </div>
          </RemovableRow>
        ))}
      </ul>
      {fields.length < maxAbsences && (
        <button type="button" className="btn btn-plain btn-sm" onClick={() => append({ from: '', to: '' })}>
          Add an absence
        </button>
      )}
    </div>
  )
}
