import type { ComponentProps } from 'react'
import { SelectField } from './select-field.tsx'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

type TimeZoneFieldProps = { saved: string } & Omit<ComponentProps<typeof SelectField>, 'label' | 'options'>

/** Offers every zone this browser knows, and the saved one in any case. */
export const TimeZoneField = ({ saved, ...field }: TimeZoneFieldProps) => (
  <div className="max-w-72">
    <SelectField
      label="Time zone"
      options={(zones.includes(saved) ? zones : [saved, ...zones]).map((value) => ({
        value,
        label: value.replaceAll('_', ' '),
      }))}
      {...field}
    />
  </div>
)
