import { isFields } from '../schemas/schema.ts'
import { problemsOfView } from '../schemas/view-schema.ts'
import type { StoredView, Views } from '../views.ts'

/** @property errors by block_id @property problem what is wrong with the answer itself */
export type AnswerResult = { errors?: Record<string, string>; problem?: string }

/** Does what the app's answer to a submission asks for; says what is wrong with it otherwise. */
export function obey(answer: unknown, views: Views, personId: string, view: StoredView): AnswerResult {
  if (answer !== undefined && !isFields(answer)) return { problem: `not JSON: ${String(answer)}` }
  const action = answer?.response_action
  if (action === undefined || action === 'clear') {
    views.answered(personId, view, { action: action ?? 'close' })
    return {}
  }
  if (action === 'errors') return errorsFor(view, answer?.errors)
  if (action !== 'update' && action !== 'push')
    return { problem: `unknown response_action ${String(action)}` }
  const problems = problemsOfView(answer?.view, 'modal')
  if (problems.length > 0) return { problem: problems.join('; ') }
  views.answered(personId, view, { action, view: answer?.view })
  return {}
}

function errorsFor({ blocks }: StoredView, errors: unknown): AnswerResult {
  if (!isFields(errors) || Object.keys(errors).length === 0) return { problem: 'errors are missing' }
  const inputs = blocks.filter((block) => block.type === 'input')
  const stray = Object.keys(errors).find((id) => !inputs.some((block) => block.block_id === id))
  return stray
    ? { problem: `no input block has the id ${stray}` }
    : { errors: errors as Record<string, string> }
}
