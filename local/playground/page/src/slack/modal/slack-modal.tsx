import { type SubmitEvent, useId, useState } from 'react'
import type { SlackView } from '../../../../../slack/screen-shape.ts'
import { Avatar } from '../../shared/avatar.tsx'
import { PaneDialog } from '../../shared/pane-dialog.tsx'
import { Blocks } from '../blocks/blocks.tsx'
import { type Answer, type Control, SurfaceContext, useSurface } from '../blocks/surface.ts'
import { type Answers, useModalForm } from './use-modal-form.ts'

type Props = {
  view: SlackView
  app: { id: string; name: string }
  /** @returns what stands below the fields, by block_id; throws what Slack says above the form */
  onSubmit: (answers: Answers) => Promise<Record<string, string>>
  onAct: (control: Control, answers: Answers) => void
  onClose: () => void
}

/** https://docs.slack.dev/surfaces/modals */
export function SlackModal({ view, app, ...props }: Props) {
  const form = useModalForm(view)
  const around = useSurface()
  const formId = useId()
  const { errors, failure, isSending, submit } = useSubmission(() => props.onSubmit(form.answers()))
  const surface = {
    ...around,
    form,
    errors,
    // What is chosen here is not in the form's answers before the next rendering.
    act: (control: Control, value?: Answer) => props.onAct(control, form.answers(control, value)),
  }
  return (
    <PaneDialog
      isOpen
      className="s-modal"
      title={view.type === 'modal' ? view.title.text : ''}
      onClose={props.onClose}
      before={<Avatar id={app.id} name={app.name} size={28} />}
    >
      <form id={formId} className="dialog-body scroll" noValidate onSubmit={submit}>
        <SurfaceContext value={surface}>
          <Blocks blocks={view.blocks} />
        </SurfaceContext>
      </form>
      {failure && (
        <p className="s-modal-error" role="alert">
          {failure}
        </p>
      )}
      <Foot view={view} formId={formId} isBusy={isSending || form.isUploading} onClose={props.onClose} />
    </PaneDialog>
  )
}

type FootProps = { view: SlackView; formId: string; isBusy: boolean; onClose: () => void }

function Foot({ view, formId, isBusy, onClose }: FootProps) {
  if (view.type !== 'modal') return null
  return (
    <footer className="s-modal-foot">
      <button type="button" className="s-button s-large" onClick={onClose}>
        {view.close?.text ?? 'Cancel'}
      </button>
      {view.submit && (
        <button type="submit" form={formId} className="s-button s-large s-primary" disabled={isBusy}>
          {view.submit.text}
        </button>
      )}
    </footer>
  )
}

function useSubmission(send: () => Promise<Record<string, string>>) {
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState('')
  const [isSending, setSending] = useState(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setSending(true)
    setFailure('')
    try {
      setErrors(await send())
    } catch (error) {
      setFailure((error as Error).message)
    }
    setSending(false)
  }
  return { errors, failure, isSending, submit: (event: SubmitEvent) => void submit(event) }
}
