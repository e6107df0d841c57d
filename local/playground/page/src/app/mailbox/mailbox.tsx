import './mailbox.css'
import { useState } from 'react'
import type { MailLine } from '../../../../protocol.ts'
import { useLiveState } from '../../live/use-live.ts'
import { MailList } from './mail-list.tsx'
import { ReadMail } from './read-mail.tsx'
import { WriteMail } from './write-mail.tsx'

/** In place of a mail's id: a new mail to the desk. */
const newMail = 'new'

/** The mails that the desk has sent, the one that is read, and a way to write to the desk. */
export function Mailbox({ mails }: { mails: MailLine[] }) {
  const { welcome } = useLiveState()
  const [chosen, setChosen] = useState<string | null>(null)
  const isWriting = chosen === newMail
  const id = mails.find((mail) => mail.id === chosen)?.id ?? mails[0]?.id
  const write = welcome?.mailAddress ? (
    <button type="button" className="bar-button" aria-pressed={isWriting} onClick={() => setChosen(newMail)}>
      Write to the desk
    </button>
  ) : null
  if (!id && !isWriting)
    return (
      <main className="mailbox">
        <div className="mailbox-start">
          No mail yet. The desk mails a moderator who gets a ticket, and the requester when it is resolved.
          {write}
        </div>
      </main>
    )
  return (
    <main className="mailbox">
      <div className="mail-side">
        {write}
        <MailList mails={mails} open={isWriting ? null : id} onOpen={setChosen} />
      </div>
      {isWriting || !id ? <WriteMail /> : <ReadMail key={id} id={id} />}
    </main>
  )
}
