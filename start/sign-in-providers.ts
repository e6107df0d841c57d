import { teamOfBot } from '../bot/slack/connection/team-of-bot.ts'
import { createProvider, type Provider } from '../core/users/openid/provider.ts'
import type { Prepared } from './prepare.ts'

/** The providers of OpenID Connect that people can sign in with, in the order of their buttons. */
export function signInProviders({ configuration, log }: Pick<Prepared, 'configuration' | 'log'>): Provider[] {
  const { appUrl, slack, openId } = configuration
  const settings = [
    ...(slack?.signIn
      ? [
          {
            ...slack.signIn,
            id: 'slack',
            name: 'Slack',
            domains: null,
            slackTeam: teamOfBot({ ...slack, log }),
          },
        ]
      : []),
    ...(openId ? [{ ...openId, id: 'sso' }] : []),
  ]
  return settings.map((one) => createProvider(one, appUrl))
}
