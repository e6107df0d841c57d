import type { WebClientOptions } from '@slack/web-api'
import type { Scope } from '../manifest/scopes.ts'
import { identify } from '../setup/check-setup.ts'
import type { BotIdentity } from './create-app.ts'

export type BotSelf = ReturnType<typeof createBotSelf>

/** What Slack has said about the bot. Each answer is empty until `ask` has succeeded once. */
export function createBotSelf(botToken: string, client: WebClientOptions) {
  const { promise: team, resolve: resolveTeam } = Promise.withResolvers<string>()
  let bot: BotIdentity = {}
  let name = ''
  let missing: Scope[] | undefined

  /** @returns the scopes that the installed app lacks @throws when Slack rejects the token or can't be reached */
  async function ask(): Promise<Scope[]> {
    const answer = await identify(botToken, client)
    bot = answer.bot
    name = answer.name
    missing = answer.missing
    resolveTeam(answer.team)
    return missing
  }

  return {
    ask,
    /** the workspace's id; pending until Slack has answered */
    team,
    bot: () => bot,
    name: () => name,
    missing: () => missing,
    has: (scope: Scope) => missing?.includes(scope) === false,
  }
}
