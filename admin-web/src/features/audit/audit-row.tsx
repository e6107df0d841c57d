import { Link } from 'react-router'
import type { AuditView } from '../../shared/http/answers.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { aboutWords, actionName, changeWords, fromWords, noteOf } from './audit-words.ts'

/** Who did what to whom, from where and when. */
export function AuditRow({ entry }: { entry: AuditView }) {
  const { actor, action, about, changes, note, from, at } = entry
  const whom = aboutWords(entry)
  return (
    <li className="flex gap-3 px-4 py-3">
      <Avatar name={actor?.name ?? '?'} className="mt-0.5 size-8 text-xs" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium wrap-anywhere">{actor?.name ?? 'Nobody signed in'}</span>
          <span className={action === 'sign-in-failed' ? 'text-error' : ''}>{actionName(action)}</span>
          {whom && (
            <span className="wrap-anywhere">
              {about?.kind === 'ticket' && action !== 'ticket-deleted' ? (
                <Link className="link" to={`/tickets/${about.id}`}>
                  {whom}
                </Link>
              ) : (
                whom
              )}
            </span>
          )}
        </p>
        {changes.length > 0 && (
          <ul className="text-sm wrap-anywhere">
            {changes.map((change) => (
              <li key={change.field}>{changeWords(change)}</li>
            ))}
          </ul>
        )}
        {note && <p className="text-sm wrap-anywhere">{noteOf(note)}</p>}
        <p className="text-muted text-sm">
          <TimeAgo at={at} /> {fromWords(from)}
        </p>
      </div>
    </li>
  )
}
