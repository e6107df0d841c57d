import { useEffect, useState } from 'react'
import { z } from 'zod'
import { descriptionSchema, tagListSchema, titleSchema } from '../../../../../core/tickets/ticket.ts'
import { priorities } from '../../../../../core/tickets/ticket-values.ts'
import { useSchemaForm } from '../../../shared/forms/use-schema-form.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { useDraft } from '../../../shared/session/use-draft.ts'
import { toast } from '../../../shared/toasts/toasts.ts'
import { useTicket } from '../use-ticket.ts'
import { editedFields, type Field, rebase, startEdit, type TicketFields } from './edit-draft.ts'
import { useEdit } from './use-edit.ts'

const schema = z.object({
  title: titleSchema,
  description: descriptionSchema,
  priority: z.enum(priorities).nullable(),
  category: z.string().nullable(),
  skills: tagListSchema,
  tags: tagListSchema,
})

export const formFields = Object.keys(schema.shape)

/** An edit under way: what is typed, the version it started from, and what others have changed meanwhile. */
export function useEditForm(ticket: TicketView, onSaved: () => void) {
  const kept = useDraft(`change:${ticket.id}`, startEdit(ticket))
  const [base, setBase] = useState(kept.start.base)
  const [clashes, setClashes] = useState<Field[]>([])
  const latest = useTicket(ticket.id)
  const save = useEdit(ticket.id)
  const form = useSchemaForm<TicketFields, TicketFields>(schema, kept.start.typed, save.error)
  const draft = { base, typed: form.watch() }
  useEffect(() => kept.keep(draft))

  const submit = form.handleSubmit((typed) => {
    const edited = editedFields({ base, typed })
    if (save.isPending) return
    if (Object.keys(edited).length === 0) return onSaved()
    save.mutate(
      { version: base.version, ...edited },
      {
        onSuccess: ({ ticket: saved }) => {
          kept.end()
          toast('success', `#${saved.number} saved`)
          onSaved()
        },
      },
    )
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
  const theirs = (field: Field) => (clashes.includes(field) ? base[field] : undefined)
  const takeTheirs = (field: Field) => {
    form.setValue(field, base[field])
    setClashes((before) => before.filter((one) => one !== field))
  }
  const changed = Object.keys(editedFields(draft)).length > 0
  return { form, changed, submit, reload, save, theirs, takeTheirs, discard: kept.end }
}

export type EditForm = ReturnType<typeof useEditForm>
