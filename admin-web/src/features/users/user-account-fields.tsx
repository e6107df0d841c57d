import { type Role, roles } from '../../../../core/users/user.ts'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import type { UserForm } from './use-user-form.ts'

const roleWords: Record<Role, string> = {
  user: 'User: files tickets and follows them',
  moderator: 'Moderator: claims and answers tickets',
  admin: 'Admin: everything, accounts too',
}
const roleOptions = roles.map((value) => ({ value, label: roleWords[value] }))

export function UserAccountFields({ form, email }: { form: UserForm; email: string | null }) {
  const { typed, errors, set } = form
  return (
    <>
      <p className="text-muted -mt-3 wrap-anywhere">{email ?? 'No e-mail address yet'}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Name"
          value={typed.name}
          error={errors.name}
          onChange={(value) => set('name', value)}
        />
        <TextField
          label="Discord user id"
          inputMode="numeric"
          hint="17 to 20 digits; empty unlinks."
          value={typed.discord ?? ''}
          error={errors.discord}
          onChange={(value) => set('discord', value.trim() || null)}
        />
      </div>
      <SelectField<Role>
        label="Role"
        value={typed.role}
        options={roleOptions}
        error={errors.role}
        onChange={(value) => set('role', value)}
      />
      <label className="flex cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          className="toggle toggle-primary toggle-sm mt-0.5"
          checked={typed.active}
          onChange={(event) => set('active', event.target.checked)}
        />
        <span>
          Active
          <span className="text-muted block text-sm">
            A deactivated account can't log in and gets no tickets.
          </span>
        </span>
      </label>
    </>
  )
}
