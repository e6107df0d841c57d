import { SelectField } from '../../shared/forms/select-field.tsx'
import { fieldOf } from '../../shared/forms/use-schema-form.ts'
import type { TimingForm } from './timing-form.ts'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** Offers every zone this browser knows, and the saved one in any case. */
export function TimeZoneField({ form }: { form: TimingForm }) {
  const saved = form.formState.defaultValues?.timeZone ?? 'UTC'
  return (
    <div className="max-w-72">
      <SelectField
        label="Time zone"
        options={(zones.includes(saved) ? zones : [saved, ...zones]).map((value) => ({
          value,
          label: value.replaceAll('_', ' '),
        }))}
        {...fieldOf(form, 'timeZone')}
      />
    </div>
  )
}
