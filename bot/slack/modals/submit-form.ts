import type { SlackViewMiddlewareArgs, ViewSubmitAction, webApi } from '@slack/bolt'
import pTimeout from 'p-timeout'
import type { FieldError } from '../../../core/errors.ts'
import { plainOf, type Sentence, sentence } from '../../../core/text/sentence.ts'
import type { User } from '../../../core/users/user.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { publishHome } from '../home/publish-home.ts'
import { readPlace } from '../lists/list-place.ts'
import { type Outcome, performAs } from '../perform-as.ts'
import { handleOf } from '../resolve-actor.ts'
import { messageModal } from '../views/forms/message-modal.ts'

/** Slack shows its own error when a submission is not answered within 3 s. */
const answerWithinMs = 2_300

/**
 * @property home see `FormContext` @property title of what is shown afterwards
 * @property field the block that shows why the form was refused @property blockOf the block of a field that was wrong
 */
type Submitted = Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'ack' | 'body'> & {
  client: webApi.WebClient
  ticket: string
  home: string | undefined
  field: string
  blockOf?: (field: string) => string | undefined
  title: string
}

/**
 * Does what a form about a ticket is for. The form then says what was done. When that was refused or failed, it stays
 * open with all that was filled in.
 */
export async function submitForm(
  { desk, log, admit }: SlackDependencies,
  { ack, body, client, ticket, home, field, blockOf, title }: Submitted,
  work: (actor: User) => Promise<Sentence>,
) {
  const outcome = await pTimeout(performAs({ desk, admit }, body, ticket, work).catch(failed), {
    milliseconds: answerWithinMs,
    fallback: () => tooSlow,
  })
  if ('refusal' in outcome)
    return ack({
      response_action: 'errors',
      errors: errorsOf(outcome, blockOf) ?? { [field]: plainOf(outcome.refusal) },
    })
  await ack({ response_action: 'update', view: messageModal(title, outcome.value) })
  if (home !== undefined) await publishHome({ desk }, client, handleOf(body), readPlace(home))

  function failed(error: unknown): Outcome<Sentence> {
    log.error({ err: briefError(error) }, 'A form on Slack could not be carried out')
    return {
      refusal: sentence`Something went wrong on our side. Your text is still here: submit again in a minute.`,
    }
  }
}

/** What is wrong at each block; null: it is not about single fields */
function errorsOf({ errors = [] }: { errors?: FieldError[] }, blockOf: Submitted['blockOf']) {
  const placed = errors.flatMap(({ field, message }) => {
    const block = blockOf?.(field)
    return block ? [[block, message] as const] : []
  })
  return placed.length > 0 ? Object.fromEntries(placed) : null
}

const tooSlow: Outcome<Sentence> = {
  refusal: sentence`This is taking longer than usual. Submit again in a moment: it is done only once.`,
}
