import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js'
import pTimeout from 'p-timeout'
import { type Finding, findingsInWords } from '../../../core/finding.ts'
import { watchSetup } from '../../../core/watch-setup.ts'
import type { Bot } from '../bot.ts'
import { handleInteraction } from '../interactions.ts'
import { catchUp } from '../messages/catch-up.ts'
import { catchUpChanges } from '../messages/catch-up-changes.ts'
import { handleMessage } from '../messages/handle-message.ts'
import { createInbox } from '../messages/inbox.ts'
import type { Checkpoint } from '../messages/position.ts'
import { readEarlier } from '../messages/read-earlier.ts'
import { checkSetup } from '../setup/check-setup.ts'
import { buildAbortableStrategy } from './abortable-strategy.ts'
import { closeReason, loginFailure } from './close-reasons.ts'
import { trackInteractions } from './interactions-in-progress.ts'
import { listenToMessages } from './listen-to-messages.ts'
import { listenToReactions } from './listen-to-reactions.ts'
import { createMissedReader } from './missed-messages.ts'
import { registerCommands } from './register-commands.ts'
import { createResumeClock } from './resume-clock.ts'

export type GatewayState = { state: 'up' | 'down'; detail: string }

export type SessionOptions = Omit<Bot, 'rest'> & {
  token: string
  guildId: string
  channelId: string
  onDutyRole?: string | undefined
  apiUrl?: string | undefined
  checkpoint: Checkpoint
  onState: (state: GatewayState) => void
  /** how long a gateway may take to resume the session */
  resumeWithinMs?: number
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
  onDutyRole,
  apiUrl,
  checkpoint,
  onState,
  resumeWithinMs,
  ...parts
}: SessionOptions) {
  const { log, desk } = parts
  const closing = new AbortController()
  const { promise: ended, resolve: end } = Promise.withResolvers<string>()
  const resumeClock = createResumeClock(() => end('Discord did not resume the session'), resumeWithinMs)
  const client = createClient(apiUrl, (manager) => {
    resumeClock.watch(manager)
    return buildAbortableStrategy(manager)
  })
  const bot: Bot = { ...parts, rest: client.rest }
  const inbox = createInbox({
    handle: (message) => handleMessage(bot, client.user?.id ?? '', message),
    readEarlier: (message, after) => readEarlier(bot, guildId, message, after),
    checkpoint,
    now: () => desk.now().getTime(),
    log,
    retryLater: (failures) => missed.readLater(failures),
  })
  const missed = createMissedReader(
    async () => {
      const { from, caughtUp } = await inbox.since()
      const botId = client.user?.id ?? ''
      await catchUp({ rest: client.rest, guildId, channelId, botId }, from, inbox.takeRead)
      const reading = { bot, botUser: botId, guildId, inOrder: inbox.inOrder, signal: closing.signal }
      await catchUpChanges(reading, from)
      caughtUp()
    },
    { signal: closing.signal, log, onChange: (problem) => reportUp(problem) },
  )
  const interactions = trackInteractions((interaction) => handleInteraction(bot, interaction), log)

  let isConnected = false
  let lacking: Finding[] = []
  /** @param unread why missed messages can't be read */
  function reportUp(unread = missed.problem()) {
    if (!isConnected) return
    if (lacking.some(({ level }) => level === 'problem'))
      onState({ state: 'down', detail: findingsInWords(lacking) })
    else if (unread) onState({ state: 'down', detail: `connected, but ${unread}` })
    else
      onState({
        state: 'up',
        detail: [`connected as ${client.user?.username}`, findingsInWords(lacking)]
          .filter(Boolean)
          .join('. '),
      })
  }
  const checkPlace = async () => (await checkSetup(client.rest, { guildId, channelId, onDutyRole })).findings

  client
    .on(Events.Error, (error) => log.warn({ err: error }, 'Discord client'))
    .on(Events.ShardError, (error) => log.warn({ reason: error.message }, 'Discord gateway'))
    .on(Events.ShardReconnecting, () => {
      isConnected = false
      onState({ state: 'down', detail: 'reconnecting to Discord' })
    })
    .on(Events.ShardDisconnect, ({ code }) => end(closeReason(code)))
    .on(Events.Invalidated, () => end('Discord ended the session'))
    .on(Events.ShardResume, () => {
      isConnected = true
      reportUp()
    })
    .on(Events.ShardReady, () => {
      isConnected = true
      reportUp()
      missed.read()
    })
    .once(Events.ClientReady, ({ application }) => {
      void watchSetup(checkPlace, {
        signal: closing.signal,
        onFound: (findings) => {
          lacking = findings
          reportUp()
        },
      })
      void registerCommands({ rest: client.rest, log, signal: closing.signal }, application.id, guildId)
    })
    .on(Events.InteractionCreate, interactions.onInteraction)
  const stopListening = listenToMessages(client, { bot, inbox, guildId })
  const stopReactions = listenToReactions(client, { bot, inbox, guildId })
  client.login(token).catch((error: Error) => end(loginFailure(error)))

  async function close() {
    closing.abort()
    resumeClock.stop()
    client.removeAllListeners()
    stopListening()
    stopReactions()
    client.on(Events.Error, () => {})
    const finished = Promise.all([interactions.finished(), inbox.close()])
    await pTimeout(finished, { milliseconds: closeWithinMs, message: false })
    await client.destroy()
  }

  return { ended, close }
}

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>

function createClient(apiUrl: string | undefined, buildStrategy: BuildStrategy): Client {
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
