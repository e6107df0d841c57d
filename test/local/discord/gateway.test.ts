import { once } from 'node:events'
import { Client, Events, GatewayIntentBits, type Message } from 'discord.js'
import { afterEach, expect, test } from 'vitest'
import type { Discord } from '../../../local/discord/start-discord.ts'
import { ADA, logIn, startSmallDiscord } from './desk-client.ts'

const open: { close(): unknown }[] = []

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function start(options: Parameters<typeof startSmallDiscord>[0] = {}): Promise<Discord> {
  const discord = await startSmallDiscord(options)
  open.push(discord)
  return discord
}

async function connect(discord: Discord, options: Parameters<typeof logIn>[1] = {}) {
  const client = await logIn(discord, options)
  open.push({ close: () => client.destroy() })
  const heard: string[] = []
  client.on(Events.MessageCreate, (message: Message) => heard.push(message.content))
  return { client, heard }
}

test('discord.js logs in, knows the guild, its channel and its own application', async () => {
  const discord = await start()
  const { client } = await connect(discord)
  expect(client.user.id).toBe(discord.botId)
  expect(client.application.id).toBe(discord.botId)
  const channel = await client.channels.fetch(discord.channelId)
  expect(channel?.isTextBased()).toBe(true)
  expect((await client.guilds.cache.get(discord.guildId)?.members.fetch(ADA))?.displayName).toBe('Ada')
})

test('a wrong token is refused', async () => {
  const discord = await start()
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } })
  await expect(client.login('another-token')).rejects.toThrow(/invalid token/)
})

test('asking for message content that the portal does not allow closes with 4014', async () => {
  const discord = await start({ messageContentAllowed: false })
  const client = new Client({
    intents: [GatewayIntentBits.MessageContent],
    rest: { api: discord.apiUrl },
  })
  open.push({ close: () => client.destroy() })
  const closed = once(client, Events.ShardDisconnect)
  client.on(Events.ShardError, () => {})
  client.login('local.token.secret').catch(() => {})
  expect((await closed)[0].code).toBe(4014)
})

test('the bot gets messages of the channel and direct messages', async () => {
  const discord = await start()
  const { heard } = await connect(discord)
  discord.as(ADA).write({ channel: discord.channelId, content: 'hello desk' })
  discord.as(ADA).write({ channel: 'dm', content: 'hello bot' })
  await discord.waitFor(() => heard.length === 2, { what: 'two messages' })
  expect(heard).toEqual(['hello desk', 'hello bot'])
})

test('without the message content intent the content is empty, but for a mention', async () => {
  const discord = await start()
  const { heard } = await connect(discord, {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  })
  discord.as(ADA).write({ channel: discord.channelId, content: 'secret' })
  discord.as(ADA).write({ channel: discord.channelId, content: `<@${discord.botId}> help` })
  await discord.waitFor(() => heard.length === 2, { what: 'two messages' })
  expect(heard).toEqual(['', `<@${discord.botId}> help`])
})

test('an event whose intent was not asked for does not come', async () => {
  const discord = await start()
  const { heard } = await connect(discord, { intents: [GatewayIntentBits.Guilds] })
  discord.as(ADA).write({ channel: discord.channelId, content: 'unheard' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(heard).toEqual([])
})

test('after a resumable drop everything missed arrives, in order and once', async () => {
  const discord = await start()
  const { heard } = await connect(discord)
  discord.as(ADA).write({ channel: discord.channelId, content: 'before' })
  await discord.waitFor(() => heard.length === 1)
  discord.dropGateway({ resumable: true })
  for (const content of ['one', 'two', 'three']) {
    discord.as(ADA).write({ channel: discord.channelId, content })
  }
  await discord.waitFor(() => heard.length === 4, { what: 'the missed messages' })
  expect(heard).toEqual(['before', 'one', 'two', 'three'])
  expect(discord.gatewayHistory).toEqual(['identify', 'dropped', 'resume'])
})

test('op 7 makes discord.js resume', async () => {
  const discord = await start()
  const { client, heard } = await connect(discord)
  const resumed = once(client, Events.ShardResume)
  discord.askToReconnect()
  discord.as(ADA).write({ channel: discord.channelId, content: 'in between' })
  await resumed
  await discord.waitFor(() => heard.includes('in between'))
  expect(discord.gatewayHistory).toEqual(['identify', 'resume'])
})

test('after a lost session, or a refused first reconnect, the client identifies anew and missed messages are gone', async () => {
  const discord = await start()
  const { client, heard } = await connect(discord)
  const ready: number[] = []
  client.on(Events.ClientReady, () => ready.push(1))
  const shardReady = once(client, Events.ShardReady)
  discord.dropGateway({ resumable: true, refuseReconnectsForMs: 700 })
  discord.as(ADA).write({ channel: discord.channelId, content: 'lost' })
  await shardReady
  discord.as(ADA).write({ channel: discord.channelId, content: 'after' })
  await discord.waitFor(() => heard.includes('after'))
  expect(heard).toEqual(['after'])
  expect(ready).toEqual([])
  expect(discord.gatewayHistory).toEqual(['identify', 'dropped', 'refused', 'identify'])
}, 20_000)

test('a reconnect refused with a 503 does not cost the session', async () => {
  const discord = await start()
  const { heard } = await connect(discord)
  discord.dropGateway({ resumable: true, refuseReconnectsForMs: 700, refuseBy: '503' })
  discord.as(ADA).write({ channel: discord.channelId, content: 'kept' })
  await discord.waitFor(() => heard.includes('kept'), { timeoutMs: 8000 })
  expect(discord.gatewayHistory).toEqual(['identify', 'dropped', 'refused', 'resume'])
}, 20_000)

test('a session that the gateway forgot is answered with op 9', async () => {
  const discord = await start()
  const { client, heard } = await connect(discord)
  const shardReady = once(client, Events.ShardReady)
  discord.dropGateway({ resumable: false })
  discord.as(ADA).write({ channel: discord.channelId, content: 'lost' })
  await shardReady
  expect(heard).toEqual([])
  expect(discord.gatewayHistory).toEqual(['identify', 'dropped', 'invalid session', 'identify'])
}, 20_000)

test('two clients with one token both get everything', async () => {
  const discord = await start()
  const first = await connect(discord)
  const second = await connect(discord)
  discord.as(ADA).write({ channel: discord.channelId, content: 'hello both' })
  await discord.waitFor(() => first.heard.length + second.heard.length === 2)
  expect([first.heard, second.heard]).toEqual([['hello both'], ['hello both']])
})
