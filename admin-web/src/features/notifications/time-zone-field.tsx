import { SelectField } from '../../shared/forms/select-field.tsx'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

type TimeZoneFieldProps = { value: string; error: string | undefined; onChange: (zone: string) => void }

/** A zone that was chosen elsewhere stays offered, whatever this browser knows. */
export const TimeZoneField = ({ value, error, onChange }: TimeZoneFieldProps) => (
  <div className="max-w-72">
    <SelectField
      label="Time zone"
      value={value}
      error={error}
      options={(zones.includes(value) ? zones : [value, ...zones]).map((zone) => ({
        value: zone,
        label: zone.replaceAll('_', ' '),
      }))}
      onChange={onChange}
    />
  </div>
)
