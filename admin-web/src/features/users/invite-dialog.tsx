import { useState } from 'react'
import { z } from 'zod'
import { emailSchema, nameSchema } from '../../../../core/users/user.ts'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../shared/forms/use-field-errors.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { type Invitation, useInvite } from './use-invite.ts'

const schema = z.object({ email: emailSchema, name: nameSchema })
const roleOptions = [
  { value: 'user', label: 'User' },
  { value: 'moderator', label: 'Moderator' },
  { value: 'admin', label: 'Admin' },
] as const

/** Makes an account for somebody, who gets a link by mail to set their password. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState<Invitation>({ email: '', name: '', role: 'user' })
  const { errors: found, check } = useFieldErrors()
  const invite = useInvite(onClose)
  const errors = { ...fieldErrorsIn(invite.error), ...found }
  const body = { ...typed, email: typed.email.trim() }
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <Form errors={errors} onSubmit={() => check(schema, body) && invite.mutate(body)}>
        <FormProblem error={invite.error} fields={Object.keys(typed)} />
        <TextField
          label="Name"
          value={typed.name}
          error={errors.name}
          onChange={(name) => setTyped({ ...typed, name })}
        />
        <TextField
          label="E-mail address"
          type="email"
          value={typed.email}
          error={errors.email}
          onChange={(email) => setTyped({ ...typed, email })}
        />
        <SelectField
          label="Role"
          value={typed.role}
          options={roleOptions}
          onChange={(role) => setTyped({ ...typed, role })}
        />
        <div className="modal-action">
          <button type="button" className="btn btn-plain" onClick={onClose}>
            Cancel
          </button>
          <SubmitButton pending={invite.isPending}>Invite</SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
