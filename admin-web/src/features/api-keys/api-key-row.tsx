import type { ApiKeyView } from '../../shared/http/answers.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { useNow } from '../../shared/time/use-now.ts'
import { Tags } from '../../shared/ui/tags.tsx'

type ApiKeyRowProps = { apiKey: ApiKeyView; onRevoke: () => void }

export function ApiKeyRow({
  apiKey: { name, start, scopes, expiresAt, lastUsedAt },
  onRevoke,
}: ApiKeyRowProps) {
  const expired = new Date(expiresAt).getTime() <= useNow()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 grow basis-60 space-y-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium wrap-anywhere">{name}</span>
          <code className="text-muted text-sm">{start}…</code>
          {expired && <span className="badge badge-soft badge-error badge-sm">Expired</span>}
        </p>
        <Tags tags={scopes} />
        <p className="text-muted text-sm">
          {lastUsedAt ? (
            <>
              Last used <TimeAgo at={lastUsedAt} />
            </>
          ) : (
            'Never used'
          )}
          {' · '}
          {expired ? 'expired' : 'expires'} <TimeAgo at={expiresAt} />
        </p>
      </div>
      <button type="button" className="btn btn-plain btn-sm" aria-label={`Revoke ${name}`} onClick={onRevoke}>
        Revoke
      </button>
    </li>
  )
}
