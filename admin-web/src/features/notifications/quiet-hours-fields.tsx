import type { QuietHours, Weekday } from '../../../../core/notifications/preferences.ts'
import { TextField } from '../../shared/forms/text-field.tsx'

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

type QuietHoursFieldsProps = {
  value: QuietHours
  error: string | undefined
  onChange: (changed: Partial<QuietHours>) => void
}

export function QuietHoursFields({ value, error, onChange }: QuietHoursFieldsProps) {
  const toggled = (day: Weekday) =>
    days.filter((one) => (one === day ? !value.days.includes(one) : value.days.includes(one)))
  return (
    <div className="space-y-3 pl-8">
      <div className="grid max-w-80 grid-cols-2 gap-3">
        <TextField label="From" type="time" value={value.from} onChange={(from) => onChange({ from })} />
        <TextField label="To" type="time" value={value.to} onChange={(to) => onChange({ to })} />
      </div>
      <fieldset>
        <legend className="mb-1 text-sm">On the days on which they begin</legend>
        <div className="flex flex-wrap gap-1">
          {days.map((day) => (
            <button
              key={day}
              type="button"
              aria-pressed={value.days.includes(day)}
              className="cursor-pointer rounded-field border border-base-300 px-3 py-1 text-sm aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-primary-content"
              onClick={() => onChange({ days: toggled(day) })}
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
