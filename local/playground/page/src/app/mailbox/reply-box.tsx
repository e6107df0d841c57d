import { useState } from 'react'
import { useLive } from '../../live/use-live.ts'
import { MailForm } from './mail-form.tsx'

/** Answers as the mail's recipient, from their mail program. @property as their address */
export function ReplyBox({ id, as }: { id: string; as: string }) {
  const live = useLive()
  const [text, setText] = useState('')
  return (
    <MailForm
      button="Send reply"
      send={() => live.call('mail.reply', { id, text })}
      taken="The reply is on the ticket."
      onTaken={() => setText('')}
    >
      <label htmlFor="mail-reply">Reply as {as}</label>
      <textarea
        id="mail-reply"
        rows={3}
        dir="auto"
        maxLength={10_000}
        required
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </MailForm>
  )
}
