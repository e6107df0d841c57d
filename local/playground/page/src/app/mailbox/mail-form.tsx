import { type ReactNode, type SubmitEvent, useState } from 'react'
import type { MailOutcome } from '../../../../desk-calls.ts'
import { FailureBar } from '../../shared/failure-bar.tsx'
import { useFailure } from '../../shared/use-failure.ts'

type Props = {
  button: string
  send: () => Promise<{ outcome: MailOutcome }>
  /** what to say when the desk has taken the mail in */
  taken: string
  onTaken: () => void
  children: ReactNode
}

/** Sends a mail to the desk, and says what became of it. */
export function MailForm({ button, send, taken, onTaken, children }: Props) {
  const { failure, attempt, dismiss } = useFailure()
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    setSaid('')
    const answer = await attempt(send()).catch(() => undefined)
    setBusy(false)
    if (!answer) return
    const { outcome } = answer
    if (outcome === 'refused' || outcome === 'ignored') return setSaid(notTaken[outcome])
    setSaid(taken)
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file]')) input.value = ''
    onTaken()
  }
  return (
    <form className="mail-form" onSubmit={(event) => void submit(event)}>
      {children}
      <FailureBar words={failure} onDismiss={dismiss} />
      <div className="mail-form-end">
        <button type="submit" className="bar-button bar-primary" disabled={isBusy}>
          {button}
        </button>
        <span role="status">{said}</span>
      </div>
    </form>
  )
}

const notTaken = {
  refused: 'The desk refused the mail. A mail from it says why.',
  ignored: 'The desk ignored the mail: nobody with a confirmed address sent it.',
}
