import { useState } from 'react'
import { z } from 'zod'
import { nameSchema } from '../../../../core/users/user.ts'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { Form } from '../../shared/forms/form.tsx'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../shared/forms/use-field-errors.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { useChangeName } from './use-change-name.ts'

const schema = z.object({ name: nameSchema })

export function NameDialog({ current, onClose }: { current: string; onClose: () => void }) {
  const [name, setName] = useState(current)
  const { errors: found, check, clear } = useFieldErrors()
  const change = useChangeName(onClose)
  const errors = { ...fieldErrorsIn(change.error), ...found }
  return (
    <Dialog title="Change your name" onClose={onClose}>
      <Form errors={errors} onSubmit={() => check(schema, { name }) && change.mutate(name)}>
        <FormProblem error={change.error} fields={['name']} />
        <TextField
          label="Name"
          autoComplete="name"
          hint="As the others on the desk see you. Older tickets keep the name you had."
          value={name}
          error={errors.name}
          onChange={(value) => {
            setName(value)
            clear('name')
          }}
        />
        <div className="modal-action">
          <button type="button" className="btn btn-plain" onClick={onClose}>
            Cancel
          </button>
          <SubmitButton pending={change.isPending}>Save</SubmitButton>
        </div>
      </Form>
    </Dialog>
  )
}
