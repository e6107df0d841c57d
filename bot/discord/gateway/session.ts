import { Client, Events, GatewayIntentBits } from 'discord.js'
import pTimeout from 'p-timeout'
import type { Bot } from '../bot.ts'
import { handleInteraction } from '../interactions.ts'
import { catchUp } from '../messages/catch-up.ts'
import { handleReply } from '../messages/handle-reply.ts'
import { createInbox } from '../messages/inbox.ts'
import type { Checkpoint } from '../messages/position.ts'
import { buildAbortableStrategy } from './abortable-strategy.ts'
import { closeReason, loginFailure } from './close-reasons.ts'
import { trackInteractions } from './interactions-in-progress.ts'
import { listenToMessages } from './listen-to-messages.ts'
import { createMissedReader } from './missed-messages.ts'
import { registerCommands } from './register-commands.ts'

export type GatewayState = { state: 'up' | 'down'; detail: string }

export type SessionOptions = Omit<Bot, 'rest'> & {
  token: string
  guildId: string
  channelId: string
  apiUrl?: string | undefined
  checkpoint: Checkpoint
  onState: (state: GatewayState) => void
}

const closeWithinMs = 5_000

/**
 * Opens one client session, from log-in to its end. The client reconnects by itself. When it no longer can, `ended`
 * resolves with the reason, and the caller must open a new session.
 */
export function openSession({
  token,
  guildId,
  channelId,
  apiUrl,
  checkpoint,
  onState,
  ...parts
}: SessionOptions) {
  const { log, desk } = parts
  const closing = new AbortController()
  const { promise: ended, resolve: end } = Promise.withResolvers<string>()
  const client = createClient(apiUrl)
  const bot: Bot = { ...parts, rest: client.rest }
  const inbox = createInbox({
    handle: (message) => handleReply(bot, client.user?.id ?? '', message),
    checkpoint,
    now: () => desk.now().getTime(),
    log,
    retryLater: (failures) => missed.readLater(failures),
  })
  const missed = createMissedReader(
    async () => {
      const { from, caughtUp } = await inbox.since()
      await catchUp({ rest: client.rest, guildId, channelId }, from, inbox.take)
      caughtUp()
    },
    { signal: closing.signal, log },
  )
  const interactions = trackInteractions((interaction) => handleInteraction(bot, interaction), log)

  const reportUp = () =>
    onState(
      client.guilds.cache.has(guildId)
        ? { state: 'up', detail: `connected as ${client.user?.username}` }
        : { state: 'down', detail: 'the bot is not in the server DISCORD_GUILD_ID. Invite it' },
    )

  client
    .on(Events.Error, (error) => log.warn({ err: error }, 'Discord client'))
    .on(Events.ShardError, (error) => log.warn({ reason: error.message }, 'Discord gateway'))
    .on(Events.ShardReconnecting, () => onState({ state: 'down', detail: 'reconnecting to Discord' }))
    .on(Events.ShardDisconnect, ({ code }) => end(closeReason(code)))
    .on(Events.Invalidated, () => end('Discord ended the session'))
    .on(Events.ShardResume, reportUp)
    .on(Events.ShardReady, () => {
      reportUp()
      missed.read()
    })
    .once(Events.ClientReady, ({ application }) => {
      void registerCommands({ rest: client.rest, log, signal: closing.signal }, application.id, guildId)
    })
    .on(Events.InteractionCreate, interactions.onInteraction)
  const stopListening = listenToMessages(client, { bot, inbox, guildId })
  client.login(token).catch((error: Error) => end(loginFailure(error)))

  async function close() {
    closing.abort()
    client.removeAllListeners()
    stopListening()
    client.on(Events.Error, () => {})
    const finished = Promise.all([interactions.finished(), inbox.close()])
    await pTimeout(finished, { milliseconds: closeWithinMs, message: false })
    await client.destroy()
  }

  return { ended, close }
}

function createClient(apiUrl: string | undefined): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    allowedMentions: { parse: [] },
    ws: { buildStrategy: buildAbortableStrategy },
    ...(apiUrl ? { rest: { api: apiUrl } } : {}),
  })
}
