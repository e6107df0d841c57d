import type { Desk } from '../../core/desk.ts'
import { noInput } from '../../core/tickets/actions/action.ts'
import { type ActionName, actionNames, actionOf } from '../../core/tickets/actions/actions.ts'
import { perform } from '../../core/tickets/actions/perform.ts'
import type { ApiKeyScope } from '../../core/users/api-keys/api-key.ts'
import { actionRequest } from '../origin.ts'
import { type AnyRoute, type Method, route } from '../route.ts'
import { answerTicket, ticketParams, ticketSuccess } from '../ticket-answer.ts'

type Place = { method?: Method; path?: string; scope?: ApiKeyScope; answers?: 'ticket' | 'nothing' }

/** Actions whose route is not `POST /api/tickets/{id}/<name>`, or that need another scope or answer. */
const places: Partial<Record<ActionName, Place>> = {
  edit: { method: 'put', path: '' },
  delete: { method: 'delete', path: '', scope: 'admin', answers: 'nothing' },
  'mark-duplicate': { path: '/duplicate' },
  'unmark-duplicate': { method: 'delete', path: '/duplicate' },
}

/** Actions whose input is not only the body. Their routes are in watchers.ts and comments.ts. */
const elsewhere: ReadonlySet<ActionName> = new Set(['watch', 'unwatch', 'comment'])

/** One route for each action on a ticket. */
export const ticketActionRoutes = (desk: Desk): AnyRoute[] =>
  actionNames.filter((name) => !elsewhere.has(name)).map((name) => actionRoute(desk, name))

function actionRoute(desk: Desk, name: ActionName) {
  const action = actionOf(name)
  const { words, example } = action
  const {
    method = 'post',
    path = `/${name}`,
    scope = 'tickets:write',
    answers = 'ticket',
  } = places[name] ?? {}
  return route({
    method,
    path: `/api/tickets/{id}${path}`,
    summary: words.summary,
    tag: 'Tickets',
    access: 'signed-in',
    scope,
    params: ticketParams,
    ...(method === 'delete' ? {} : { body: action.input === noInput ? noInput.optional() : action.input }),
    ...(example ? { bodyExample: example } : {}),
    successes:
      answers === 'ticket' ? { 200: ticketSuccess(words.success) } : { 204: { description: words.success } },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) => {
      const ticket = await perform(desk, caller.user, action, {
        ...actionRequest(request, params.id),
        input: body ?? {},
      })
      return answers === 'ticket' ? answerTicket(desk, caller.user, ticket) : { status: 204 }
    },
  })
}
