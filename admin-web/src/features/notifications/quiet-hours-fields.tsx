import type { QuietHours, Weekday } from '../../../../core/users/preferences/preferences.ts'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf } from '../../shared/forms/use-schema-form.ts'
import type { TimingForm } from './timing-form.ts'

const dayNames: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}
const days = Object.keys(dayNames) as Weekday[]

export const usualQuietHours: QuietHours = { from: '22:00', to: '07:00', days }

export function QuietHoursFields({ form }: { form: TimingForm }) {
  const chosen = form.watch('quietHours.days')
  const { quietHours: wrong } = form.formState.errors
  const error = wrong?.message ?? wrong?.days?.message
  const toggled = (day: Weekday) =>
    days.filter((one) => (one === day ? !chosen.includes(one) : chosen.includes(one)))
  return (
    <div className="space-y-3 pl-8">
      <div className="grid max-w-80 grid-cols-2 gap-3">
        <TextField label="From" type="time" {...fieldOf(form, 'quietHours.from')} />
        <TextField label="To" type="time" {...fieldOf(form, 'quietHours.to')} />
      </div>
      <fieldset>
        <legend className="mb-1 text-sm">Starting on</legend>
        <div className="flex flex-wrap gap-1">
          {days.map((day) => (
            <button
              key={day}
              type="button"
              aria-pressed={chosen.includes(day)}
              className="cursor-pointer rounded-field border border-base-300 px-3 py-1 text-sm aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-primary-content"
              onClick={() =>
                form.setValue('quietHours.days', toggled(day), {
                  shouldValidate: form.formState.isSubmitted,
                })
              }
            >
              {dayNames[day]}
            </button>
          ))}
        </div>
        {error && (
          <p role="alert" className="mt-1 text-error text-sm">
            {error}
          </p>
        )}
      </fieldset>
    </div>
  )
}
