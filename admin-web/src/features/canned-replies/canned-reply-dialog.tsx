import { z } from 'zod'
import {
  cannedReplyNameSchema,
  cannedReplyTextSchema,
  maxCannedReplyText,
} from '../../../../core/canned-replies/canned-reply.ts'
import type { CannedReplyView } from '../../../../core/canned-replies/canned-reply-view.ts'
import { variables } from '../../../../core/canned-replies/variables.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { fieldOf, useSchemaForm } from '../../shared/forms/use-schema-form.ts'
import { MarkdownField } from '../../shared/markdown/markdown-field.tsx'
import { toast } from '../../shared/toasts/toasts.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { DialogButtons } from '../../shared/ui/dialog-buttons.tsx'
import { useSaveCannedReply } from './use-edit-canned-replies.ts'

const schema = z.object({ name: cannedReplyNameSchema, text: cannedReplyTextSchema })

type CannedReplyDialogProps = { reply: CannedReplyView | null; onClose: () => void }

/** Adds a canned reply, or changes one. @param reply null: a new one */
export function CannedReplyDialog({ reply, onClose }: CannedReplyDialogProps) {
  const save = useSaveCannedReply(reply, () => {
    toast('success', `“${form.getValues('name')}” saved`)
    onClose()
  })
  const { name = '', text = '' } = reply ?? {}
  const form = useSchemaForm(schema, { name, text }, save.error)
  return (
    <Dialog wide title={reply ? `Edit “${reply.name}”` : 'Add a canned reply'} onClose={onClose}>
      <form noValidate className="space-y-4" onSubmit={form.handleSubmit((body) => save.mutate(body))}>
        <FormProblem error={save.error} fields={['name', 'text']} />
        <TextField label="Name" maxLength={60} {...fieldOf(form, 'name')} />
        <MarkdownField
          control={form.control}
          name="text"
          label="Text"
          rows={6}
          maxLength={maxCannedReplyText}
          footer={(written, change) => <VariableButtons onPick={(name) => change(`${written}{{${name}}}`)} />}
        />
        <DialogButtons onCancel={onClose}>
          <SubmitButton pending={save.isPending}>{reply ? 'Save' : 'Add'}</SubmitButton>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** What the text may name, which is put in when somebody uses it. */
const VariableButtons = ({ onPick }: { onPick: (name: string) => void }) => (
  <ul aria-label="Variables" className="mt-2 flex flex-wrap gap-2">
    {Object.entries(variables).map(([name, meaning]) => (
      <li key={name}>
        <button type="button" className="btn btn-plain btn-xs" title={meaning} onClick={() => onPick(name)}>
          {`{{${name}}}`}
        </button>
      </li>
    ))}
  </ul>
)
