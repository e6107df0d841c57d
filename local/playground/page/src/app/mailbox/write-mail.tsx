import { useState } from 'react'
import { readFiles } from '../../live/read-files.ts'
import { useLive, useLiveState } from '../../live/use-live.ts'
import { AttachFiles } from './attach-files.tsx'
import { MailForm } from './mail-form.tsx'

/** A mail of one of the people to the desk's own address: it becomes a ticket. */
export function WriteMail() {
  const live = useLive()
  const { welcome } = useLiveState()
  const writers = welcome?.people.filter(({ hasAccount, email }) => hasAccount && email) ?? []
  const [key, setKey] = useState(writers[0]?.key ?? '')
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const [files, setFiles] = useState<File[]>([])
  return (
    <section className="mail scroll" aria-label="New mail">
      <h2>New mail to {welcome?.mailAddress}</h2>
      <MailForm
        button="Send mail"
        send={async () => live.call('mail.write', { key, subject, text, files: await readFiles(files) })}
        taken="The mail became a ticket. The desk replies with its number."
        onTaken={() => {
          setSubject('')
          setText('')
          setFiles([])
        }}
      >
        <label htmlFor="mail-from">From</label>
        <select id="mail-from" value={key} onChange={(event) => setKey(event.target.value)}>
          {writers.map(({ key: one, name, email }) => (
            <option key={one} value={one}>
              {name} ({email})
            </option>
          ))}
        </select>
        <label htmlFor="mail-subject">Subject</label>
        <input
          id="mail-subject"
          dir="auto"
          maxLength={300}
          required
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
        <label htmlFor="mail-text">Message</label>
        <textarea
          id="mail-text"
          rows={8}
          dir="auto"
          maxLength={10_000}
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <AttachFiles id="mail-files" onPick={setFiles} />
      </MailForm>
    </section>
  )
}
