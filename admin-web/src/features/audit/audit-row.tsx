import type { AuditView } from '../../shared/http/answers.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { aboutWords, actionWords, changeWords, fromWords, isPartOfSentence, noteOf } from './audit-words.ts'

/** Who did what to whom, when and from where. */
export function AuditRow({ entry }: { entry: AuditView }) {
  const { actor, action, changes, note, from, at } = entry
  const whom = aboutWords(entry)
  const short = note !== null && isPartOfSentence(note)
  return (
    <div className="flex gap-3 px-4 py-3">
      <Avatar name={actor?.name ?? '?'} className="mt-0.5 size-8 text-xs" />
      <div className="min-w-0 grow">
        <p className="wrap-anywhere">
          <span className="font-semibold">{actor?.name ?? 'Someone'}</span>{' '}
          <span className={action === 'sign-in-failed' ? 'text-error' : ''}>{actionWords(entry)}</span>{' '}
          {short && noteOf(note)}
          {whom && <span className="font-semibold">{whom}</span>}
        </p>
        {changes.length > 0 && (
          <ul className="text-sm wrap-anywhere">
            {changes.map((change) => (
              <li key={change.field}>{changeWords(change)}</li>
            ))}
          </ul>
        )}
        {note && !short && <p className="text-sm wrap-anywhere">{noteOf(note)}</p>}
        <p className="text-muted text-sm">
          <TimeAgo at={at} /> {fromWords(from)}
        </p>
      </div>
    </div>
  )
}
