import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { useSchemaForm } from '../../../shared/forms/use-schema-form.ts'
import type { CommentView } from '../../../shared/http/answers.ts'
import { MessageField, messageSchema, useMentions } from './message-field.tsx'
import { useEditComment } from './use-change-comment.ts'

type CommentEditorProps = { ticket: string; comment: CommentView; onClose: () => void }

/** Edits one's own message in its place. */
export function CommentEditor({ ticket, comment, onClose }: CommentEditorProps) {
  const { pick, mentionsIn } = useMentions(comment.mentions)
  const edit = useEditComment(ticket, comment)
  const form = useSchemaForm(messageSchema, { body: comment.body }, edit.error)
  const submit = form.handleSubmit(({ body }) => {
    if (!edit.isPending) edit.mutate({ body, mentions: mentionsIn(body) }, { onSuccess: onClose })
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
        <button type="button" className="btn btn-plain btn-sm" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  )
}
