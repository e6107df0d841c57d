import { offeredNames } from '../../shared/catalog/offered-names.ts'
import { useCatalog } from '../../shared/catalog/use-catalog.ts'
import { TagInput } from '../../shared/forms/tag-input.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import type { UserForm } from './use-user-form.ts'

/** What decides which tickets a moderator gets. */
export function UserWorkFields({ form }: { form: UserForm }) {
  const { typed, errors, set } = form
  const { skills } = useCatalog()
  return (
    <fieldset className="space-y-4 border-t border-base-300 pt-4">
      <legend className="sr-only">Work</legend>
      <TagInput
        label="Skills"
        hint="Tickets that need them come here first: from the desk’s list. Enter adds one."
        suggestions={offeredNames(skills)}
        value={typed.skills}
        error={errors.skills}
        onChange={(value) => set('skills', value)}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label="Capacity"
          type="number"
          min={0}
          max={500}
          hint="Unresolved tickets at once."
          value={Number.isNaN(typed.capacity) ? '' : String(typed.capacity)}
          error={errors.capacity}
          onChange={(value) => set('capacity', value === '' ? Number.NaN : Number(value))}
        />
        <label className="flex cursor-pointer items-start gap-3 sm:mt-7">
          <input
            type="checkbox"
            className="toggle toggle-primary toggle-sm mt-0.5"
            checked={typed.onDuty}
            onChange={(event) => set('onDuty', event.target.checked)}
          />
          <span>
            On duty
            <span className="text-muted block text-sm">Only who is on duty is assigned tickets.</span>
          </span>
        </label>
      </div>
    </fieldset>
  )
}
