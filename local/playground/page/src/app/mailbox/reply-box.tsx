import { useState } from 'react'
import { readFiles } from '../../live/read-files.ts'
import { useLive } from '../../live/use-live.ts'
import { AttachFiles } from './attach-files.tsx'
import { MailForm } from './mail-form.tsx'

/** Answers as the mail's recipient, from their mail program. @property as their address */
export function ReplyBox({ id, as }: { id: string; as: string }) {
  const live = useLive()
  const [text, setText] = useState('')
  const [files, setFiles] = useState<File[]>([])
  return (
    <MailForm
      button="Send reply"
      send={async () => live.call('mail.reply', { id, text, files: await readFiles(files) })}
      taken="The reply is on the ticket."
      onTaken={() => {
        setText('')
        setFiles([])
      }}
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
      <AttachFiles id="mail-reply-files" onPick={setFiles} />
    </MailForm>
  )
}
