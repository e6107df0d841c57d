import { once } from 'node:events'
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js'
import type { Discord, DiscordOptions } from '../../../local/discord/start-discord.ts'
import { startDiscord } from '../../../local/discord/start-discord.ts'

export const TOKEN = 'local.token.secret'
export const ADA = '200000000000000001'
export const BOB = '200000000000000002'

const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.GuildMessageReactions,
]

/** A local Discord with two people in it, for its own tests. */
export async function startSmallDiscord(options: Partial<DiscordOptions> = {}): Promise<Discord> {
  const discord = await startDiscord({
    token: TOKEN,
    guildId: '100000000000000001',
    channelId: '100000000000000002',
    applicationId: '100000000000000003',
    ...options,
  })
  discord.addPerson({ id: ADA, username: 'ada', globalName: 'Ada' })
  discord.addPerson({ id: BOB, username: 'bob', globalName: 'Bob', acceptsDms: false })
  return discord
}

/** The real discord.js, logged in to the local Discord and ready. */
export async function logIn(discord: Discord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    ...options,
    rest: { api: discord.apiUrl, ...options.rest },
  })
  // Without a listener an 'error' of the client would end the process
  client.on(Events.Error, () => {})
  client.on(Events.ShardError, () => {})
  const ready = once(client, Events.ClientReady)
  await client.login(TOKEN)
  await ready
  if (!client.isReady()) throw new Error('discord.js did not become ready')
  return client
}
