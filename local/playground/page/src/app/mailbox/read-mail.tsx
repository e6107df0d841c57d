import { useEffect, useState } from 'react'
import type { Result } from '../../../../protocol.ts'
import { useLive, useLiveState } from '../../live/use-live.ts'
import { Linked } from '../linked.tsx'
import { ReplyBox } from './reply-box.tsx'

/** One mail as its reader sees it. Where the desk takes an answer, it can be written below. */
export function ReadMail({ id }: { id: string }) {
  const live = useLive()
  const { welcome } = useLiveState()
  const [read, setRead] = useState<Result<'mail.read'> | null>(null)
  const [failure, setFailure] = useState('')
  useEffect(() => {
    live.call('mail.read', { id }).then(setRead, (error: Error) => setFailure(error.message))
  }, [live, id])
  if (failure) return <p className="mail scroll">{failure}</p>
  if (!read) return <article className="mail scroll" aria-busy="true" />
  const { mail, page } = read
  const to = mail.to.join(', ')
  return (
    <article className="mail scroll" aria-label={mail.subject}>
      <h2>{mail.subject}</h2>
      <dl>
        <dt>From</dt>
        <dd>{withoutQuotes(mail.from)}</dd>
        <dt>To</dt>
        <dd>{to}</dd>
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
      {welcome?.mailAddress && mail.headers['reply-to'] && <ReplyBox id={id} as={to} />}
    </article>
  )
}

/** A display name as mail programs show it. */
const withoutQuotes = (from: string) => from.replace(/^"([^"\\]*)" </, '$1 <')
