import { useEffect, useState } from 'react'
import { z } from 'zod'
import { descriptionSchema, tagListSchema, titleSchema } from '../../../../../core/tickets/ticket-texts.ts'
import { priorities } from '../../../../../core/tickets/ticket-values.ts'
import { typedSchema } from '../../../shared/answers/typed-answers.ts'
import { useSchemaForm } from '../../../shared/forms/use-schema-form.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { useDraft } from '../../../shared/session/use-draft.ts'
import { toast } from '../../../shared/toasts/toasts.ts'
import { useTicket } from '../use-ticket.ts'
import { editedFields, type Field, fieldValue, rebase, startEdit, type TicketFields } from './edit-draft.ts'
import { useAnswerErrors } from './use-answer-errors.ts'
import { useEdit } from './use-edit.ts'

const schema = z.object({
  title: titleSchema,
  description: descriptionSchema,
  priority: z.enum(priorities).nullable(),
  category: z.string().nullable(),
  skills: tagListSchema,
  tags: tagListSchema,
  answers: typedSchema,
})

/** Those that show what is wrong with them. The API calls the answers `fields`. */
export const formFields = [...Object.keys(schema.shape), 'fields']

/** An edit under way: what is typed, the version it started from, and what others have changed meanwhile. */
export function useEditForm(ticket: TicketView, onSaved: () => void) {
  const fresh = startEdit(ticket)
  const kept = useDraft(`change:${ticket.id}`, fresh)
  // drafts of earlier versions have no answers
  const [base, setBase] = useState({ ...fresh.base, ...kept.start.base })
  const [clashes, setClashes] = useState<Field[]>([])
  const latest = useTicket(ticket.id)
  const save = useEdit(ticket)
  const form = useSchemaForm<TicketFields, TicketFields>(
    schema,
    { ...fresh.typed, ...kept.start.typed },
    save.error,
  )
  useAnswerErrors(form.setError, save.error)
  const draft = { base, typed: form.watch() }
  useEffect(() => kept.keep(draft))

  const submit = form.handleSubmit((typed) => {
    if (save.isPending) return
    const edit = { base, typed }
    if (editedFields(edit).length === 0) return onSaved()
    save.mutate(edit, {
      onSuccess: ({ ticket: saved }) => {
        kept.end()
        toast('success', `#${saved.number} saved`)
        onSaved()
      },
    })
  })
  const reload = async () => {
    const { data } = await latest.refetch()
    if (!data) return
    const rebased = rebase(draft, data.ticket)
    setBase(rebased.draft.base)
    form.reset(rebased.draft.typed)
    setClashes(rebased.clashes)
    save.reset()
  }
  /** The other version of a field that both have changed; undefined when there is none. */
  const theirs = (field: Field) => (clashes.includes(field) ? fieldValue(base, field) : undefined)
  const takeTheirs = (field: Field) => {
    form.setValue(field as keyof TicketFields, fieldValue(base, field) as never)
    setClashes((before) => before.filter((one) => one !== field))
  }
  const changed = editedFields(draft).length > 0
  return { form, changed, submit, reload, save, theirs, takeTheirs, discard: kept.end }
}

export type EditForm = ReturnType<typeof useEditForm>
