import { useId } from 'react'
import { type Control, useController } from 'react-hook-form'
import type { ApiKeyScope } from '../../../../core/users/api-keys/api-key.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { scopesFor, scopeWords } from './scope-words.ts'
import type { NewApiKey } from './use-api-keys.ts'

export function ScopesField({ control }: { control: Control<NewApiKey> }) {
  const { field, fieldState } = useController({ control, name: 'scopes' })
  const id = useId()
  const offered = scopesFor(useMe().role)
  const error = fieldState.error?.message
  const turn = (scope: ApiKeyScope, on: boolean) =>
    field.onChange(offered.filter((one) => (one === scope ? on : field.value.includes(one))))
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-1 text-sm font-medium">Scopes</legend>
      <div className="space-y-1.5">
        {offered.map((scope, index) => (
          <label key={scope} className="flex cursor-pointer items-start gap-3">
            <input
              type="checkbox"
              ref={index === 0 ? field.ref : null}
              className="checkbox mt-0.5"
              aria-invalid={Boolean(error)}
              checked={field.value.includes(scope)}
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
