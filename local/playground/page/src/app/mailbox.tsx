import { useEffect, useState } from 'react'
import type { MailLine, Result } from '../../../protocol.ts'
import { useLive } from '../live/use-live.ts'
import { Linked } from './linked.tsx'

type Read = Result<'mail.read'>

/** The mails that the desk has sent, and the one that is read. */
export function Mailbox({ mails }: { mails: MailLine[] }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const id = mails.find((mail) => mail.id === chosen)?.id ?? mails[0]?.id
  if (!id)
    return (
      <main className="mailbox mailbox-empty">
        <p>
          No mail yet. The desk mails a moderator who gets a ticket, and the requester when it is resolved.
        </p>
      </main>
    )
  return (
    <main className="mailbox">
      <nav className="mail-list scroll" aria-label="Mails">
        {mails.map((mail) => (
          <button
            type="button"
            key={mail.id}
            className="mail-line"
            aria-current={mail.id === id ? 'true' : undefined}
            onClick={() => setChosen(mail.id)}
          >
            <span className="mail-to">{mail.to.join(', ')}</span>
            <time>{arrivedAt(new Date(mail.date))}</time>
            <b>{mail.subject}</b>
          </button>
        ))}
      </nav>
      <ReadMail key={id} id={id} />
    </main>
  )
}

/** The time of a mail of today, the day of an older one. */
const arrivedAt = (date: Date) =>
  date.toDateString() === new Date().toDateString()
    ? date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })
    : date.toLocaleDateString('en-US', { month: 'short', day: 'numeric' })

function ReadMail({ id }: { id: string }) {
  const live = useLive()
  const [read, setRead] = useState<Read | null>(null)
  const [failure, setFailure] = useState('')
  useEffect(() => {
    live.call('mail.read', { id }).then(setRead, (error: Error) => setFailure(error.message))
  }, [live, id])
  if (failure) return <p className="mail scroll">{failure}</p>
  if (!read) return <article className="mail scroll" aria-busy="true" />
  const { mail, page } = read
  return (
    <article className="mail scroll" aria-label={mail.subject}>
      <h2>{mail.subject}</h2>
      <dl>
        <dt>From</dt>
        <dd>{String(mail.from)}</dd>
        <dt>To</dt>
        <dd>{[mail.to].flat().join(', ')}</dd>
        <dt>Sent</dt>
        <dd>{new Date(mail.date).toLocaleString('en-US')}</dd>
      </dl>
      {page ? (
        <iframe
          className="mail-page"
          title="Mail"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          src={page}
        />
      ) : (
        <div className="mail-text">
          <Linked text={mail.text} />
        </div>
      )}
    </article>
  )
}
