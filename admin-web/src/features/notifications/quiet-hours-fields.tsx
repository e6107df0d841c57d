import type { QuietHours } from '../../../../core/users/preferences/preferences.ts'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf } from '../../shared/forms/use-schema-form.ts'
import { allDays, WeekdaysField } from '../../shared/forms/weekdays-field.tsx'
import type { TimingForm } from './timing-form.ts'

export const defaultQuietHours: QuietHours = { from: '22:00', to: '07:00', days: allDays }

export function QuietHoursFields({ form }: { form: TimingForm }) {
  const { quietHours: wrong } = form.formState.errors
  return (
    <div className="space-y-3 pl-8">
      <div className="grid max-w-80 grid-cols-2 gap-3">
        <TextField label="From" type="time" {...fieldOf(form, 'quietHours.from')} />
        <TextField label="To" type="time" {...fieldOf(form, 'quietHours.to')} />
      </div>
      <WeekdaysField
        label="Starting on"
        chosen={form.watch('quietHours.days')}
        error={wrong?.message ?? wrong?.days?.message}
        onChange={(days) =>
          form.setValue('quietHours.days', days, { shouldValidate: form.formState.isSubmitted })
        }
      />
    </div>
  )
}
