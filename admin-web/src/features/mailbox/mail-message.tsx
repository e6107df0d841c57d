import { useState } from 'react'
import { Link } from 'react-router'
import type { Mail } from '../../shared/http/answers.ts'
import { exactTime } from '../../shared/time/relative-time.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import { MailHtml } from './mail-html.tsx'
import { ReplyBox } from './reply-box.tsx'
import { useMail } from './use-mail.ts'

const views = [
  { value: 'html', label: 'Formatted' },
  { value: 'text', label: 'Plain text' },
] as const

export function MailMessage({ id }: { id: string }) {
  const mail = useMail(id)
  if (mail.data) return <Message mail={mail.data} />
  if (mail.isError) return <ProblemState error={mail.error} onRetry={mail.refetch} />
  return <div className="skeleton h-80" />
}

function Message({ mail }: { mail: Mail }) {
  const [view, setView] = useState<'html' | 'text'>(mail.html ? 'html' : 'text')
  return (
    <article aria-labelledby="subject" className="panel overflow-hidden">
      <header className="border-b border-base-300 p-4 sm:p-5">
        <Link to="/mailbox" className="link mb-3 inline-flex items-center gap-1 text-sm md:hidden">
          <Icon name="back" className="size-4" />
          All messages
        </Link>
        <h2 id="subject" className="text-lg font-semibold wrap-anywhere">
          {mail.subject || 'No subject'}
        </h2>
        <p className="text-muted text-sm wrap-anywhere">
          From {mail.from} to {mail.to}
        </p>
        <p className="text-muted mb-3 text-sm">{exactTime(mail.date)}</p>
        {mail.html && <Segmented label="View" value={view} options={views} onChange={setView} />}
      </header>
      {view === 'html' && mail.html ? (
        <MailHtml id={mail.id} />
      ) : (
        <pre className="p-4 text-sm wrap-anywhere whitespace-pre-wrap sm:p-5">{mail.text}</pre>
      )}
      {mail.replyTo && <ReplyBox mail={mail} />}
    </article>
  )
}
