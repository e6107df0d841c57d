import { Client, type ClientOptions, GatewayIntentBits } from 'discord.js'

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>

/** @param apiUrl default: Discord's @param buildStrategy builds what holds the connection */
export function createClient(apiUrl: string | undefined, buildStrategy: BuildStrategy): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildMessageReactions,
      GatewayIntentBits.DirectMessages,
      GatewayIntentBits.DirectMessageReactions,
      GatewayIntentBits.MessageContent,
    ],
    allowedMentions: { parse: [] },
    ws: { buildStrategy },
    ...(apiUrl ? { rest: { api: apiUrl } } : {}),
  })
}
