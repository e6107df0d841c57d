import { type Arguments, optionalText, requiredText, structure } from './arguments.ts'
import type { Desk, Method } from './method.ts'
import type { StoredView } from './views.ts'

export function viewMethods({ views }: Desk): Record<string, Method> {
  const given = (args: Arguments) => structure(args, 'view', 'invalid_arguments')
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
