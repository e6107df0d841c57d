import { Events } from 'discord.js'
import pTimeout from 'p-timeout'
import { watchSetup } from '../../../core/watch-setup.ts'
import type { Bot } from '../bot.ts'
import { handleInteraction } from '../interactions.ts'
import { handleMessage } from '../messages/handle-message.ts'
import { createInbox } from '../messages/inbox.ts'
import type { Checkpoint } from '../messages/position.ts'
import { readEarlier } from '../messages/read-earlier.ts'
import { readMissed } from '../messages/read-missed.ts'
import { checkSetup } from '../setup/check-setup.ts'
import { buildAbortableStrategy } from './abortable-strategy.ts'
import { loginFailure } from './close-reasons.ts'
import { createClient } from './create-client.ts'
import { followConnection } from './follow-connection.ts'
import { createStateReport, type GatewayState } from './gateway-state.ts'
import { trackInteractions } from './interactions-in-progress.ts'
import { listenToMessages } from './listen-to-messages.ts'
import { listenToReactions } from './listen-to-reactions.ts'
import { createMissedReader } from './missed-messages.ts'
import { registerCommands } from './register-commands.ts'
import { createResumeClock } from './resume-clock.ts'

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
  const { signal } = closing
  const { promise: ended, resolve: end } = Promise.withResolvers<string>()
  const resumeClock = createResumeClock(() => end('Discord did not resume the session'), resumeWithinMs)
  const client = createClient(apiUrl, (manager) => {
    resumeClock.watch(manager)
    return buildAbortableStrategy(manager)
  })
  const { rest } = client
  const bot: Bot = { ...parts, rest }
  const botUser = () => client.user?.id ?? ''
  const state = createStateReport(client, onState)
  const inbox = createInbox({
    handle: (message) => handleMessage(bot, botUser(), message),
    readEarlier: (message, after) => readEarlier(bot, guildId, message, after),
    checkpoint,
    now: () => desk.now().getTime(),
    log,
    retryLater: (failures) => missed.readLater(failures),
  })
  const missed = createMissedReader(() => readMissed({ bot, botUser, guildId, channelId, inbox, signal }), {
    signal,
    log,
    onChange: state.unreadable,
  })
  const interactions = trackInteractions((interaction) => handleInteraction(bot, interaction), log)
  const check = async () => (await checkSetup(rest, { guildId, channelId, onDutyRole })).findings

  followConnection(client, { state, onNewSession: missed.read, end, log })
  client
    .once(Events.ClientReady, ({ application }) => {
      void watchSetup(check, { signal, onFound: state.found })
      void registerCommands({ rest, log, signal }, application.id, guildId)
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
