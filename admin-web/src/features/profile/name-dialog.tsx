import { z } from 'zod'
import { nameSchema } from '../../../../core/users/user.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import { useChangeProfile } from './use-change-profile.ts'

const schema = z.object({ name: nameSchema })

export function NameDialog({ current, onClose }: { current: string; onClose: () => void }) {
  const change = useChangeProfile(({ name }) => `Name changed to ${name}`, onClose)
  const form = useSchemaForm(schema, { name: current }, change.error)
  return (
    <Dialog title="Change name" onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={form.handleSubmit((fields) => change.mutate(fields))}>
        <FormProblem error={change.error} fields={['name']} />
        <TextField
          label="Name"
          autoComplete="name"
          hint="The name others see. Older tickets keep your previous name."
          {...fieldOf(form, 'name')}
        />
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={change.isPending}>Save</SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
