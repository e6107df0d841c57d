import type { SlackCommandMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { linkSlack } from '../../../core/users/handles/link-handle.ts'
import { briefError } from '../connection/brief-error.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { escaped } from '../views/markup.ts'

/** The code in `/ticket link CODE`; null for what is the title of a ticket. */
export const codeIn = (text: string) => /^\s*link\s+([A-Z0-9]{10})\s*$/i.exec(text)?.[1] ?? null

/** Links who typed the command to the account that made the code, and tells only them. */
export async function linkAccount(
  { desk, log }: Pick<SlackDependencies, 'desk' | 'log'>,
  { command, respond }: Pick<SlackCommandMiddlewareArgs, 'command' | 'respond'>,
  code: string,
) {
  const say = (text: string) => respond({ response_type: 'ephemeral', text: escaped(text) })
  try {
    const { name } = await linkSlack(desk, { team: command.team_id, user: command.user_id }, code)
    await say(`Linked: on the desk you are ${name}.`)
  } catch (error) {
    if (!isRefusal(error)) log.error({ err: briefError(error) }, 'a Slack account could not be linked')
    await say(isRefusal(error) ? error.message : 'That did not work. Please try again in a moment.')
  }
}
