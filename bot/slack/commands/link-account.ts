import type { SlackCommandMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { linkSlack } from '../../../core/users/handles/link-handle.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { sentenceMessage } from '../views/sentence.ts'

/** The code in `/ticket link CODE`, or null when the text is a ticket's title. */
export const linkCodeIn = (text: string) => /^\s*link\s+([A-Z0-9]{10})\s*$/i.exec(text)?.[1] ?? null

/** Links the person who typed the command to the account that created the code. Only they see the answer. */
export async function linkAccount(
  { desk, log }: Pick<SlackDependencies, 'desk' | 'log'>,
  { command, respond }: Pick<SlackCommandMiddlewareArgs, 'command' | 'respond'>,
  code: string,
) {
  const answer = (words: Sentence) => respond({ response_type: 'ephemeral', ...sentenceMessage(words) })
  try {
    const { name } = await linkSlack(desk, { team: command.team_id, user: command.user_id }, code)
    await answer(sentence`Your Slack account is linked to ${name} on the desk.`)
  } catch (error) {
    if (!isRefusal(error)) log.error({ err: briefError(error) }, 'A Slack account could not be linked')
    await answer(
      isRefusal(error) ? error.words : sentence`Something went wrong on our side. Try again in a minute.`,
    )
  }
}
