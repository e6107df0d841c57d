import { useState } from 'react'
import { z } from 'zod'
import { commentBodySchema, type Visibility } from '../../../../../core/tickets/comments/comment.ts'
import type { Source } from '../../../../../core/trace.ts'
import { fieldErrorsIn } from '../../../shared/forms/field-errors.ts'
import { Form } from '../../../shared/forms/form.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { useFieldErrors } from '../../../shared/forms/use-field-errors.ts'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { useDraft } from '../../../shared/session/use-draft.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { AudienceSwitch } from './audience-switch.tsx'
import { MessageField, useMentions } from './message-field.tsx'
import { useAddComment } from './use-add-comment.ts'

const schema = z.object({ body: commentBodySchema })

/** Writes a reply that the requester sees or, for staff, a note that they don't. */
export function Composer({ ticket, may }: TicketAnswer) {
  const [body, setBody] = useDraft(`comment:${ticket.id}`, '')
  const { pick, mentionsIn } = useMentions()
  const [audience, setAudience] = useState<Visibility>('public')
  const { errors: found, check, clear } = useFieldErrors()
  const add = useAddComment(ticket.id)
  const mine = useMe().id === ticket.requester.id
  const visibility = may.note ? audience : 'public'
  const internal = visibility === 'internal'
  const errors = { ...fieldErrorsIn(add.error), ...found }

  const submit = () => {
    if (add.isPending || !check(schema, { body })) return
    add.mutate(
      { body, visibility, mentions: mentionsIn(body) },
      { onSuccess: () => setBody((now) => (now === body ? '' : now)) },
    )
  }

  return (
    <div className={`mt-5 rounded-box p-4 ${internal ? 'note' : 'border border-base-300 bg-base-200/60'}`}>
      {may.note && <AudienceSwitch value={visibility} onChange={setAudience} />}
      <Form errors={errors} onSubmit={submit}>
        <FormProblem error={add.error} fields={['body']} />
        <MessageField
          ticket={ticket.id}
          visibility={visibility}
          label={
            internal ? 'Internal note' : mine ? 'Add to your ticket' : `Reply to ${ticket.requester.name}`
          }
          hint={internal ? 'Only moderators and admins see this.' : replyHint(mine, ticket.source)}
          value={body}
          error={errors.body}
          onChange={(value) => {
            setBody(value)
            clear('body')
          }}
          onMention={pick}
          onSubmit={submit}
        />
        <SubmitButton
          pending={add.isPending}
          className={`btn-sm ${internal ? 'btn-warning' : 'btn-primary'}`}
        >
          {internal ? 'Add the note' : 'Send'}
        </SubmitButton>
      </Form>
    </div>
  )
}

function replyHint(mine: boolean, source: Source) {
  if (mine) return 'Whoever works on it sees this.'
  return source === 'slack' ? 'They see this in Slack and here.' : "They see this on their ticket's page."
}
