import { roles } from '../../../../core/users/user.ts'
import { CheckField } from '../../shared/forms/check-field.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf } from '../../shared/forms/use-schema-form.ts'
import { roleWords } from './role-words.ts'
import type { UserForm } from './use-user-form.ts'

const roleOptions = roles.map((value) => ({ value, label: roleWords[value] }))

export function UserAccountFields({ form, email }: { form: UserForm; email: string | null }) {
  return (
    <>
      <p className="text-muted -mt-3 wrap-anywhere">{email ?? 'No e-mail address'}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Name" {...fieldOf(form, 'name')} />
        <TextField
          label="Discord user ID"
          inputMode="numeric"
          hint="17 to 20 digits. Leave empty to unlink."
          {...fieldOf(form, 'discord', { setValueAs: (text: string | null) => text?.trim() || null })}
        />
      </div>
      <SelectField label="Role" options={roleOptions} {...fieldOf(form, 'role')} />
      <CheckField
        label="Active"
        hint="A deactivated account can’t log in and gets no tickets."
        className="toggle toggle-primary"
        {...form.register('active')}
      />
    </>
  )
}
