import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { useDraftForm } from '../../../shared/forms/use-draft-form.ts'
import type { CommentView } from '../../../shared/http/answers.ts'
import { MessageField, messageSchema, useMentions } from './message-field.tsx'
import { useEditComment } from './use-change-comment.ts'

type CommentEditorProps = { ticket: string; comment: CommentView; onClose: () => void }

/** Edits one's own message in its place. What is typed is kept until it is saved or cancelled. */
export function CommentEditor({ ticket, comment, onClose }: CommentEditorProps) {
  const { pick, mentionsIn } = useMentions(comment.mentions)
  const edit = useEditComment(ticket, comment)
  const name = `edit:${comment.id}:${comment.version}`
  const { form, endDraft } = useDraftForm(name, messageSchema, { body: comment.body }, edit.error)
  const close = () => {
    endDraft()
    onClose()
  }
  const submit = form.handleSubmit(({ body }) => {
    if (!edit.isPending) edit.mutate({ body, mentions: mentionsIn(body) }, { onSuccess: close })
  })
  return (
    <form noValidate className="space-y-4" onSubmit={submit}>
      <FormProblem error={edit.error} fields={['body']} />
      <MessageField
        control={form.control}
        ticket={ticket}
        visibility={comment.visibility}
        label="Your message"
        onMention={pick}
      />
      <div className="flex gap-2">
        <SubmitButton pending={edit.isPending} className="btn-primary btn-sm">
          Save
        </SubmitButton>
        <button type="button" className="btn btn-plain btn-sm" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  )
}
