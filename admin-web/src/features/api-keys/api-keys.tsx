import { useState } from 'react'
import type { ApiKeyView } from '../../shared/http/answers.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { ApiKeyRow } from './api-key-row.tsx'
import { NewKeyDialog } from './new-key-dialog.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { useApiKeys } from './use-api-keys.ts'

/** API keys for one's own programs. */
export function ApiKeys() {
  const keys = useApiKeys()
  const [making, make] = useState(false)
  const [revoked, revoke] = useState<ApiKeyView | null>(null)
  return (
    <Panel
      title="API keys"
      aside={
        <button type="button" className="btn btn-plain btn-sm" onClick={() => make(true)}>
          Create key
        </button>
      }
    >
      <p className="text-muted">
        Keys let your own programs act as you, within the scopes you choose.{' '}
        <a className="link" href="/api/docs">
          API documentation
        </a>
      </p>
      {keys.isError && <ProblemState error={keys.error} onRetry={keys.refetch} />}
      {keys.data && keys.data.length > 0 && (
        <ul aria-label="API keys" className="mt-2 divide-y divide-base-300">
          {keys.data.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} onRevoke={() => revoke(key)} />
          ))}
        </ul>
      )}
      {making && <NewKeyDialog onClose={() => make(false)} />}
      {revoked && <RevokeDialog apiKey={revoked} onClose={() => revoke(null)} />}
    </Panel>
  )
}
