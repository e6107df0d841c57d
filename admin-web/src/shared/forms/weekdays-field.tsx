import type { Weekday } from '../../../../core/users/preferences/preferences.ts'

const dayNames: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}
export const allDays = Object.keys(dayNames) as Weekday[]

type WeekdaysFieldProps = {
  label: string
  chosen: readonly Weekday[]
  error: string | undefined
  onChange: (days: Weekday[]) => void
}

/** Days of the week, of which any may be chosen. */
export function WeekdaysField({ label, chosen, error, onChange }: WeekdaysFieldProps) {
  const toggled = (day: Weekday) =>
    allDays.filter((one) => (one === day ? !chosen.includes(one) : chosen.includes(one)))
  return (
    <fieldset>
      <legend className="mb-1 text-sm">{label}</legend>
      <div className="flex flex-wrap gap-1">
        {allDays.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={chosen.includes(day)}
            className="cursor-pointer rounded-field border border-base-300 px-3 py-1 text-sm aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-primary-content"
            onClick={() => onChange(toggled(day))}
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
  )
}
