import {
  type FieldPathByValue,
  type FieldValues,
  type UseControllerProps,
  useController,
} from 'react-hook-form'
import { languageName } from '../../../../core/text/language-name.ts'
import { languageCodes } from '../../../../core/text/languages.ts'
import { RemovableTag } from './removable-tag.tsx'
import { SelectField } from './select-field.tsx'

type LanguagesFieldProps<Values extends FieldValues> = {
  control: NonNullable<UseControllerProps<Values>['control']>
  name: FieldPathByValue<Values, string[]>
}

const offered = languageCodes
  .map((value) => ({ value, label: languageName(value) }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'))

/** The languages that somebody speaks: those chosen, and a menu that adds one. */
export function LanguagesField<Values extends FieldValues>({ control, name }: LanguagesFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name })
  const codes: string[] = field.value
  const setCodes: (codes: string[]) => void = field.onChange
  return (
    <div className="space-y-2">
      <SelectField
        label="Languages"
        hint="Tickets in these languages come here first. None chosen counts as English."
        error={fieldState.error?.message}
        options={[
          { value: '', label: 'Add a language' },
          ...offered.filter(({ value }) => !codes.includes(value)),
        ]}
        value=""
        onChange={(event) => setCodes([...codes, event.target.value])}
      />
      {codes.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {codes.map((code) => (
            <RemovableTag
              key={code}
              tag={languageName(code)}
              onRemove={() => setCodes(codes.filter((one) => one !== code))}
            />
          ))}
        </div>
      )}
    </div>
  )
}
