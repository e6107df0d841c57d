import { useState } from 'react'
import type { Visibility } from '../../../../../core/tickets/comments/comment.ts'
import type { Source } from '../../../../../core/trace.ts'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { useDraftForm } from '../../../shared/forms/use-draft-form.ts'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { AudienceSwitch } from './audience-switch.tsx'
import { MessageField, messageSchema, useMentions } from './message-field.tsx'
import { useAddComment } from './use-add-comment.ts'

const blank = { body: '' }

/** Writes a reply to the requester or, for staff, an internal note. */
export function Composer({ ticket, may }: TicketAnswer) {
  const { pick, mentionsIn } = useMentions()
  const [audience, setAudience] = useState<Visibility>('public')
  const add = useAddComment(ticket.id)
  const { form } = useDraftForm(`message:${ticket.id}`, messageSchema, blank, add.error)
  const mine = useMe().id === ticket.requester.id
  const visibility = may.note ? audience : 'public'
  const internal = visibility === 'internal'
  const submit = form.handleSubmit(({ body }) => {
    if (add.isPending) return
    const clear = () => form.getValues('body') === body && form.reset(blank)
    add.mutate({ body, visibility, mentions: mentionsIn(body) }, { onSuccess: clear })
  })
  return (
    <div className={`mt-5 rounded-box p-4 ${internal ? 'note' : 'border border-base-300 bg-base-200/60'}`}>
      {may.note && <AudienceSwitch value={visibility} onChange={setAudience} />}
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={add.error} fields={['body']} />
        <MessageField
          control={form.control}
          ticket={ticket.id}
          visibility={visibility}
          label={
            internal ? 'Internal note' : mine ? 'Add to your ticket' : `Reply to ${ticket.requester.name}`
          }
          hint={internal ? 'Only moderators and admins see this.' : replyHint(mine, ticket.source)}
          onMention={pick}
        />
        <SubmitButton
          pending={add.isPending}
          className={`btn-sm ${internal ? 'btn-warning' : 'btn-primary'}`}
        >
          {internal ? 'Add note' : 'Send'}
        </SubmitButton>
      </form>
    </div>
  )
}

function replyHint(mine: boolean, source: Source) {
  if (mine) return 'The people working on your ticket see this.'
  return source === 'slack' ? 'They see this in Slack and here.' : 'They see this on their ticket’s page.'
}
