import { z } from 'zod'
import { languageListSchema } from '../../../../core/users/user.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { LanguagesField } from '../../shared/forms/languages-field.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import { useChangeProfile } from './use-change-profile.ts'

const schema = z.object({ languages: languageListSchema })

export function LanguagesDialog({ current, onClose }: { current: string[]; onClose: () => void }) {
  const change = useChangeProfile(() => 'Languages changed', onClose)
  const form = useSchemaForm(schema, { languages: current }, change.error)
  return (
    <Dialog title="Change languages" onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={form.handleSubmit((fields) => change.mutate(fields))}>
        <FormProblem error={change.error} fields={['languages']} />
        <LanguagesField control={form.control} name="languages" />
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={change.isPending}>Save</SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
