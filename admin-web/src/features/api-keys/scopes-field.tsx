import { useId } from 'react'
import type { ApiKeyScope } from '../../../../core/users/api-keys/api-key.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { scopesFor, scopeWords } from './scope-words.ts'

type ScopesFieldProps = {
  value: ApiKeyScope[]
  error: string | undefined
  onChange: (scopes: ApiKeyScope[]) => void
}

export function ScopesField({ value, error, onChange }: ScopesFieldProps) {
  const id = useId()
  const offered = scopesFor(useMe().role)
  const turn = (scope: ApiKeyScope, on: boolean) =>
    onChange(offered.filter((one) => (one === scope ? on : value.includes(one))))
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-1 text-sm font-medium">What it may do</legend>
      <div className="space-y-1.5">
        {offered.map((scope) => (
          <label key={scope} className="flex cursor-pointer items-start gap-3">
            <input
              type="checkbox"
              className="checkbox checkbox-sm mt-0.5"
              aria-invalid={Boolean(error)}
              checked={value.includes(scope)}
              onChange={(event) => turn(scope, event.target.checked)}
            />
            <span>
              {scopeWords[scope]} <code className="text-muted text-sm">{scope}</code>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={id} className="mt-1 text-sm text-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
