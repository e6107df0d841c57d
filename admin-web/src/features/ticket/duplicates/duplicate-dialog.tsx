import { useState } from 'react'
import { z } from 'zod'
import { fieldErrorsIn } from '../../../shared/forms/field-errors.ts'
import { Form } from '../../../shared/forms/form.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import { useFieldErrors } from '../../../shared/forms/use-field-errors.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { useDuplicate } from './use-duplicate.ts'

const schema = z.object({
  of: z.string().regex(/^\s*#?[1-9]\d{0,9}\s*$/, 'Give its number, for example 41.'),
})

/** Asks for the number of the ticket that goes on. */
export function DuplicateDialog({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const [of, setOf] = useState('')
  const { errors: found, check, clear } = useFieldErrors()
  const mark = useDuplicate(ticket.id)
  const errors = { ...fieldErrorsIn(mark.error), ...found }
  const submit = () => {
    if (mark.isPending || !check(schema, { of })) return
    mark.mutate(Number(of.replace(/\D/g, '')), { onSuccess: onClose })
  }
  return (
    <Dialog title={`#${ticket.number} is a duplicate`} onClose={onClose}>
      <Form errors={errors} onSubmit={submit}>
        <FormProblem error={mark.error} fields={['of']} />
        <TextField
          label="Number of the ticket that goes on"
          hint={`${ticket.requester.name} will see it, without its internal notes, and be told of it.`}
          value={of}
          error={errors.of}
          onChange={(value) => {
            setOf(value)
            clear('of')
          }}
        />
        <SubmitButton pending={mark.isPending} className="btn-primary">
          Mark as duplicate
        </SubmitButton>
      </Form>
    </Dialog>
  )
}
