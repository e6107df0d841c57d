import { useState } from 'react'
import { z } from 'zod'
import { descriptionSchema, tagListSchema, titleSchema } from '../../../../../core/tickets/ticket.ts'
import { fieldErrorsIn } from '../../../shared/forms/field-errors.ts'
import { useFieldErrors } from '../../../shared/forms/use-field-errors.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { useDraft } from '../../../shared/session/use-draft.ts'
import { toast } from '../../../shared/toasts/toasts.ts'
import { useTicket } from '../use-ticket.ts'
import { editedFields, type Field, rebase, startEdit, type TicketFields } from './edit-draft.ts'
import { useEdit } from './use-edit.ts'

const schema = z.object({
  title: titleSchema,
  description: descriptionSchema,
  skills: tagListSchema,
  tags: tagListSchema,
})

/** The state of an edit: what was typed, what is wrong with it, and what others have changed meanwhile. */
export function useEditForm(ticket: TicketView, onSaved: () => void) {
  const [draft, setDraft, endDraft] = useDraft(`change:${ticket.id}`, startEdit(ticket))
  const [clashes, setClashes] = useState<Field[]>([])
  const { errors: found, check, clear } = useFieldErrors()
  const latest = useTicket(ticket.id)
  const save = useEdit(ticket.id)
  const edited = editedFields(draft)
  const changed = Object.keys(edited).length > 0

  const set = <F extends Field>(field: F, value: TicketFields[F]) => {
    setDraft((before) => ({ ...before, typed: { ...before.typed, [field]: value } }))
    clear(field)
  }
  const submit = () => {
    if (save.isPending || !check(schema, draft.typed)) return
    if (!changed) return onSaved()
    save.mutate(
      { version: draft.base.version, ...edited },
      {
        onSuccess: ({ ticket: saved }) => {
          endDraft()
          toast('success', `#${saved.number} is saved.`)
          onSaved()
        },
      },
    )
  }
  const reload = async () => {
    const { data } = await latest.refetch()
    if (!data) return
    const rebased = rebase(draft, data.ticket)
    setDraft(rebased.draft)
    setClashes(rebased.clashes)
    save.reset()
  }
  /** The other version of a field that both have changed; undefined when there is none. */
  const theirs = <F extends Field>(field: F) => (clashes.includes(field) ? draft.base[field] : undefined)
  const takeTheirs = (field: Field) => {
    set(field, draft.base[field])
    setClashes((before) => before.filter((one) => one !== field))
  }

  const errors = { ...fieldErrorsIn(save.error), ...found }
  return {
    typed: draft.typed,
    set,
    errors,
    changed,
    submit,
    reload,
    save,
    theirs,
    takeTheirs,
    discard: endDraft,
  }
}

export type EditForm = ReturnType<typeof useEditForm>
