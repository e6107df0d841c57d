import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Finding } from '../../../core/finding.ts'
import type { BotIdentity } from '../connection/create-app.ts'
import { missingScopes, type Scope } from '../manifest/scopes.ts'
import { isMisconfigured, refusalCodeOf } from '../outbound/provider-error.ts'
import { channelFindings } from './check-channel.ts'

/** @property name the bot and its workspace @property team the workspace's id */
export type Identity = { name: string; team: string; bot: BotIdentity; missing: Scope[] }

/** Asks Slack which bot the token belongs to, and what it may do. @throws when Slack rejects the token or can't be reached */
export async function identify(botToken: string, options: WebClientOptions): Promise<Identity> {
  const { bot_id, user_id, user, team, team_id, response_metadata } = await new WebClient(
    botToken,
    options,
  ).auth.test()
  return {
    name: `${user ?? 'the bot'} in ${team ?? 'its workspace'}`,
    team: team_id ?? '',
    missing: missingScopes(response_metadata?.scopes),
    bot: { ...(bot_id ? { botId: bot_id } : {}), ...(user_id ? { botUserId: user_id } : {}) },
  }
}

/** Without these, no ticket can be filed or answered. */
const needed: Scope[] = ['commands', 'chat:write', 'im:write', 'users:read']

export function scopeFindings(missing: readonly Scope[]): Finding[] {
  if (missing.length === 0) return []
  return [
    {
      level: missing.some((scope) => needed.includes(scope)) ? 'problem' : 'advice',
      text: 'the app was installed with an older manifest',
      remedy: `Add the scopes ${missing.join(', ')} and install the app again`,
    },
  ]
}

export type SlackSetup = {
  botToken: string
  appToken?: string | undefined
  moderatorsChannel?: string | undefined
}

/** Tries both tokens, and looks at the moderators' channel. @throws when Slack can't be reached */
export async function checkSetup(
  { botToken, appToken, moderatorsChannel }: SlackSetup,
  options: WebClientOptions,
): Promise<{ name?: string; findings: Finding[] }> {
  const [bot, app] = await Promise.all([
    rejection(
      identify(botToken, options),
      'SLACK_BOT_TOKEN',
      'the bot token (xoxb-…) from OAuth & Permissions',
    ),
    appToken
      ? rejection(
          new WebClient(appToken, options).apps.connections.open(),
          'SLACK_APP_TOKEN',
          'an app-level token (xapp-…) with the scope connections:write, from Basic Information',
        )
      : null,
  ])
  const appFindings = app && 'level' in app ? [app] : []
  if ('level' in bot) return { findings: [bot, ...appFindings] }
  const channel = await channelFindings(new WebClient(botToken, options), moderatorsChannel)
  return { name: bot.name, findings: [...scopeFindings(bot.missing), ...channel, ...appFindings] }
}

/** @returns what the call answers, or the finding if Slack rejects the token */
const rejection = <T extends object>(
  call: Promise<T>,
  variable: string,
  token: string,
): Promise<T | Finding> =>
  call.catch((error: unknown) => {
    const code = refusalCodeOf(error)
    if (!code || !isMisconfigured(code)) throw error
    return { level: 'problem', text: `Slack answers ${code}`, remedy: `Set ${variable} to ${token}` } as const
  })
