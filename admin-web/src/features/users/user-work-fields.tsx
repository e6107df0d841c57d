import { offeredNames } from '../../shared/catalog/offered-names.ts'
import { useCatalog } from '../../shared/catalog/use-catalog.ts'
import { CheckField } from '../../shared/forms/check-field.tsx'
import { LanguagesField } from '../../shared/forms/languages-field.tsx'
import { TagInput } from '../../shared/forms/tag-input.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf } from '../../shared/forms/use-schema-form.ts'
import type { UserForm } from './use-user-form.ts'

/** What decides which tickets a moderator gets. */
export function UserWorkFields({ form }: { form: UserForm }) {
  const { skills } = useCatalog()
  return (
    <fieldset className="space-y-4 border-t border-base-300 pt-4">
      <legend className="sr-only">Work</legend>
      <TagInput
        control={form.control}
        name="skills"
        label="Skills"
        hint="From the desk’s list. Tickets that need these skills come here first. Press Enter to add one."
        suggestions={offeredNames(skills)}
      />
      <LanguagesField control={form.control} name="languages" />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label="Capacity"
          type="number"
          min={0}
          max={500}
          hint="Most unresolved tickets at once."
          {...fieldOf(form, 'capacity', { valueAsNumber: true })}
        />
        <div className="sm:mt-7">
          <CheckField
            label="On duty"
            hint="Only people on duty are assigned tickets."
            className="toggle toggle-primary"
            {...form.register('onDuty')}
          />
        </div>
      </div>
    </fieldset>
  )
}
