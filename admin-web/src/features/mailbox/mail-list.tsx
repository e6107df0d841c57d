import { NavLink } from 'react-router'
import type { MailSummary } from '../../shared/http/answers.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'

export function MailList({ messages, className }: { messages: MailSummary[]; className: string }) {
  return (
    <ul
      aria-label="Messages"
      className={`panel divide-y divide-base-300 overflow-y-auto md:sticky md:top-4 md:max-h-[calc(100dvh-2rem)] ${className}`}
    >
      {messages.map(({ id, to, subject, date }) => (
        <li key={id}>
          <NavLink
            to={`/mailbox/${encodeURIComponent(id)}`}
            className="block px-4 py-3 -outline-offset-2 hover:bg-base-200 aria-[current=page]:bg-base-300/60"
          >
            <span className="block font-medium wrap-anywhere">{subject || 'No subject'}</span>
            <span className="text-muted flex justify-between gap-3 text-sm">
              <span className="truncate">{to}</span>
              <TimeAgo at={date} />
            </span>
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
