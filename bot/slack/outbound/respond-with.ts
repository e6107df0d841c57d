import type { RespondFn } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { sentence } from '../../../core/text/sentence.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { MessageContent } from '../views/blocks.ts'
import { sentenceMessage } from '../views/sentence.ts'

/**
 * Answers a command or a press so that only one person sees it.
 * @param work returns the answer; a refusal is answered with its words
 * @param options.replaces the message with the pressed button makes way for the answer
 */
export async function respondWith(
  { log }: Pick<SlackDependencies, 'log'>,
  respond: RespondFn,
  work: () => Promise<MessageContent>,
  { replaces = false }: { replaces?: boolean } = {},
) {
  const content = await work().catch((error: unknown) => {
    if (isRefusal(error)) return sentenceMessage(error.words)
    log.error({ err: briefError(error) }, 'A request from Slack could not be answered')
    return sentenceMessage(sentence`Something went wrong on our side. Try again in a minute.`)
  })
  await respond({ response_type: 'ephemeral', replace_original: replaces, ...content })
}
