import { z } from 'zod'
import { emailSchema, nameSchema, roles } from '../../../../core/users/user.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SelectField } from '../../shared/forms/select-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import { roleWords } from './role-words.ts'
import { type Invitation, useInvite } from './use-invite.ts'

const blank: Invitation = { email: '', name: '', role: 'user' }
const schema = z.object({
  email: z.string().trim().pipe(emailSchema),
  name: nameSchema,
  role: z.enum(roles),
})
const roleOptions = roles.map((value) => ({ value, label: roleWords[value] }))

/** Creates an account for somebody, who gets a link by mail to set their password. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const invite = useInvite(onClose)
  const form = useSchemaForm(schema, blank, invite.error)
  return (
    <Dialog title="Invite someone" onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={form.handleSubmit((body) => invite.mutate(body))}>
        <FormProblem error={invite.error} fields={Object.keys(blank)} />
        <TextField label="Name" {...fieldOf(form, 'name')} />
        <TextField label="E-mail address" type="email" {...fieldOf(form, 'email')} />
        <SelectField label="Role" options={roleOptions} {...fieldOf(form, 'role')} />
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={invite.isPending}>Invite</SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
