import { failure } from '../failure.ts'
import type { StoredView } from '../views.ts'
import { type Arguments, optionalText, requiredText, structure } from './arguments.ts'
import type { Method, SlackContext } from './method.ts'

export function viewMethods(
  { views }: SlackContext,
  hasScope: (scope: string) => boolean,
): Record<string, Method> {
  function given(args: Arguments) {
    const view = structure(args, 'view', 'invalid_arguments')
    // The element wants the scope: https://docs.slack.dev/reference/block-kit/block-elements/file-input-element
    if (!hasScope('files:read') && JSON.stringify(view ?? null).includes('"file_input"'))
      throw failure('missing_scope', { needed: 'files:read', provided: '' })
    return view
  }
  const answer = (view: StoredView) => ({ view })

  const opening = (how: 'open' | 'push') => (args: Arguments) =>
    answer(views.open(requiredText(args, 'trigger_id'), given(args), how))

  function update(args: Arguments) {
    const by = {
      viewId: optionalText(args, 'view_id'),
      externalId: optionalText(args, 'external_id'),
      hash: optionalText(args, 'hash'),
    }
    return answer(views.update(by, given(args)))
  }

  const publish = (args: Arguments) =>
    answer(views.publish(requiredText(args, 'user_id'), given(args), optionalText(args, 'hash')))

  return {
    'views.open': { scopes: [], run: opening('open') },
    'views.push': { scopes: [], run: opening('push') },
    'views.update': { scopes: [], run: update },
    'views.publish': { scopes: [], run: publish },
  }
}
