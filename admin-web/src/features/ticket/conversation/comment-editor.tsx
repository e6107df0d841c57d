import { useState } from 'react'
import { z } from 'zod'
import { commentBodySchema } from '../../../../../core/tickets/comments/comment.ts'
import { fieldErrorsIn } from '../../../shared/forms/field-errors.ts'
import { Form } from '../../../shared/forms/form.tsx'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { useFieldErrors } from '../../../shared/forms/use-field-errors.ts'
import type { CommentView } from '../../../shared/http/answers.ts'
import { MessageField, useMentions } from './message-field.tsx'
import { useEditComment } from './use-change-comment.ts'

const schema = z.object({ body: commentBodySchema })

type CommentEditorProps = { ticket: string; comment: CommentView; onClose: () => void }

/** Changes what one has said, in its place. */
export function CommentEditor({ ticket, comment, onClose }: CommentEditorProps) {
  const [body, setBody] = useState(comment.body)
  const { pick, mentionsIn } = useMentions(comment.mentions)
  const { errors: found, check, clear } = useFieldErrors()
  const edit = useEditComment(ticket, comment)
  const errors = { ...fieldErrorsIn(edit.error), ...found }
  const submit = () => {
    if (edit.isPending || !check(schema, { body })) return
    edit.mutate({ body, mentions: mentionsIn(body) }, { onSuccess: onClose })
  }
  return (
    <Form errors={errors} onSubmit={submit}>
      <FormProblem error={edit.error} fields={['body']} />
      <MessageField
        ticket={ticket}
        visibility={comment.visibility}
        label="Your message"
        value={body}
        error={errors.body}
        onChange={(value) => {
          setBody(value)
          clear('body')
        }}
        onMention={pick}
        onSubmit={submit}
      />
      <div className="flex gap-2">
        <SubmitButton pending={edit.isPending} className="btn-primary btn-sm">
          Save
        </SubmitButton>
        <button type="button" className="btn btn-plain btn-sm" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Form>
  )
}
