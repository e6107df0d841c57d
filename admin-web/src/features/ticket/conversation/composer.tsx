import type { Source } from '../../../../../core/surface-names.ts'
import { dropFiles } from '../../../shared/files/drop-files.ts'
import { FilesField, WaitsFor } from '../../../shared/files/files-field.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { CopyButton } from '../../../shared/ui/copy-button.tsx'
import { type Audience, sendingOf, sendWords } from './audience.ts'
import { AudienceSwitch } from './audience-switch.tsx'
import { CannedReplyPicker, withReply } from './canned-reply-picker.tsx'
import { MessageField } from './message-field.tsx'
import { useAddComment } from './use-add-comment.ts'
import { useMessageDraft } from './use-message-draft.ts'

/**
 * Writes a reply to the requester or, for staff, an internal note. When neither can be sent any more, what is typed stays
 * to be copied.
 * @param lost this person can no longer see the ticket
 */
export function Composer({ ticket, may, lost }: TicketAnswer & { lost: boolean }) {
  const add = useAddComment(ticket.id)
  const draft = useMessageDraft(ticket.id, may.note, add.error)
  const { form, body, audience, mentions, uploads } = draft
  const mine = useMe().id === ticket.requester.id
  const readOnly = lost || ticket.status === 'closed'
  const sending = sendingOf({ audience, may, closed: ticket.status === 'closed', lost })
  const blocked = 'blocked' in sending ? sending.blocked : null
  const internal = audience === 'internal'
  const submit = form.handleSubmit(({ body }) => {
    if (add.isPending || 'blocked' in sending || uploads.waitsFor) return
    if (body === '' && uploads.ids.length === 0)
      return form.setError('body', { message: 'Write something.' }, { shouldFocus: true })
    const message = {
      ...{ body, visibility: sending.visibility, mentions: mentions.mentionsIn(body) },
      ...(uploads.ids.length > 0 ? { files: uploads.ids } : {}),
    }
    add.mutate(message, { onSuccess: () => draft.clear(body) })
  })
  if (readOnly && body === '') return null
  return (
    <div className={`mt-5 rounded-box p-4 ${internal ? 'note' : 'border border-base-300 bg-base-200/60'}`}>
      {!readOnly && (may.note || audience !== 'public') && (
        <AudienceSwitch value={audience} onChange={draft.choose} />
      )}
      <form noValidate className="space-y-4" onSubmit={submit} {...(readOnly ? {} : dropFiles(uploads.add))}>
        <FormProblem error={add.error} fields={['body']} />
        <MessageField
          control={form.control}
          ticket={ticket.id}
          visibility={audience ?? 'internal'}
          label={labelFor(audience, mine, ticket.requester.name)}
          hint={blocked ? undefined : hintFor(audience, mine, ticket.source)}
          readOnly={readOnly}
          onMention={mentions.pick}
        />
        {!readOnly && may.note && audience === 'public' && (
          <CannedReplyPicker
            ticket={ticket.id}
            onPick={(text) => form.setValue('body', withReply(form.getValues('body'), text))}
          />
        )}
        {!readOnly && <FilesField uploads={uploads} />}
        {blocked && (
          <div role="status" className="flex flex-wrap items-center justify-between gap-3">
            <p>{blocked}</p>
            <CopyButton text={body} />
          </div>
        )}
        <WaitsFor uploads={uploads} />
        {!readOnly && (
          <SubmitButton
            pending={add.isPending}
            disabled={blocked !== null || uploads.waitsFor !== null}
            className={`btn-sm h-auto min-h-8 max-w-full py-1 wrap-anywhere ${internal ? 'btn-warning' : 'btn-primary'}`}
          >
            {audience ? sendWords(audience, mine, ticket.requester.name) : 'Send'}
          </SubmitButton>
        )}
      </form>
    </div>
  )
}

function labelFor(audience: Audience, mine: boolean, requester: string) {
  if (audience === 'internal') return 'Internal note'
  if (audience === null) return 'Your message'
  return mine ? 'Add to your ticket' : `Reply to ${requester}`
}

function hintFor(audience: Audience, mine: boolean, source: Source) {
  if (audience === 'internal') return 'Only moderators and admins see this.'
  if (mine) return 'The people working on your ticket see this.'
  if (source === 'slack') return 'They see this in Slack and here.'
  if (source === 'discord') return 'They see this on Discord and here.'
  return 'They see this on their ticket’s page.'
}
