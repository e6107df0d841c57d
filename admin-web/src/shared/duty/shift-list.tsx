import { useFieldArray } from 'react-hook-form'
import { maxShifts, type Shift } from '../../../../core/users/duty/duty-schedule.ts'
import { TextField } from '../forms/text-field.tsx'
import { fieldOf } from '../forms/use-schema-form.ts'
import { WeekdaysField } from '../forms/weekdays-field.tsx'
import { RemovableRow } from './removable-row.tsx'
import type { ScheduleForm } from './use-schedule-form.ts'

const usualShift: Shift = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }

/** The weekly shifts. One that ends before it begins ends on the next day. */
export function ShiftList({ form }: { form: ScheduleForm }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'shifts' })
  const chosen = form.watch('shifts')
  return (
    <div className="space-y-3">
      <ul className="space-y-3">
        {fields.map(({ id }, index) => (
          <RemovableRow key={id} name={`Shift ${index + 1}`} onRemove={() => remove(index)}>
            <div className="grid max-w-80 gap-3 min-[400px]:grid-cols-2">
              <TextField label="From" type="time" {...fieldOf(form, `shifts.${index}.from`)} />
              <TextField label="To" type="time" {...fieldOf(form, `shifts.${index}.to`)} />
            </div>
            <WeekdaysField
              label="Starting on"
              chosen={chosen[index]?.days ?? []}
              error={form.formState.errors.shifts?.[index]?.days?.message}
              onChange={(days) =>
                form.setValue(`shifts.${index}.days`, days, { shouldValidate: form.formState.isSubmitted })
              }
            />
          </RemovableRow>
        ))}
      </ul>
      {fields.length < maxShifts && (
        <button type="button" className="btn btn-plain btn-sm" onClick={() => append(usualShift)}>
          Add a shift
        </button>
      )}
    </div>
  )
}
