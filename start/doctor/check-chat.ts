import { REST } from 'discord.js'
import { checkSetup as checkDiscordSetup } from '../../bot/discord/setup/check-setup.ts'
import { boltLog } from '../../bot/slack/connection/bolt-log.ts'
import { clientOptions } from '../../bot/slack/connection/client-options.ts'
import { checkSetup as checkSlackSetup } from '../../bot/slack/setup/check-setup.ts'
import type { Configuration } from '../../core/configuration/configuration.ts'
import { createLog } from '../../core/log.ts'
import { failed, type Outcome, skipped } from './outcome.ts'

export async function checkSlack({ slack }: Configuration): Promise<Outcome> {
  if (!slack) return skipped('not configured. docs/slack.md connects it')
  const quiet = boltLog(createLog('silent'))
  try {
    const { name, findings } = await checkSlackSetup(slack, clientOptions(slack.apiUrl, quiet))
    return { detail: name ? `${name}, over ${slack.appToken ? 'Socket Mode' : 'HTTP'}` : '', findings }
  } catch (error) {
    return failed(`does not answer (${(error as Error).message})`, 'Try again when Slack can be reached')
  }
}

export async function checkDiscord({ discord }: Configuration): Promise<Outcome> {
  if (!discord) return skipped('not configured. docs/discord.md connects it')
  const rest = new REST({ timeout: 8_000, retries: 0, ...(discord.apiUrl ? { api: discord.apiUrl } : {}) })
  try {
    const { name, invite, findings } = await checkDiscordSetup(rest.setToken(discord.token), discord)
    return {
      detail: name ? `signed in as ${name}` : '',
      findings,
      hint: invite && `Invite the bot: ${invite}`,
    }
  } catch (error) {
    return failed(`does not answer (${(error as Error).message})`, 'Try again when Discord can be reached')
  }
}
