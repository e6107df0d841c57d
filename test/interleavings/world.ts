import { createDiscordMessenger } from '../../bot/discord/outbound/messenger.ts'
import { startDiscordBot } from '../../bot/discord/start.ts'
import { createSlackMessenger } from '../../bot/slack/outbound/messenger.ts'
import { startSlackBot } from '../../bot/slack/start.ts'
import { createDesk } from '../../core/create-desk.ts'
import { createCheckpoint } from '../../core/database/checkpoint-store.ts'
import { newId } from '../../core/ids.ts'
import { receiveMail } from '../../core/inbound-mail/receive-mail.ts'
import { createReplyReader } from '../../core/inbound-mail/reply-reader.ts'
import { createLog } from '../../core/log.ts'
import { createDeliveryStore } from '../../core/notifications/deliveries/delivery-store.ts'
import { connectDatabase } from '../../core/open-database.ts'
import type { Comment } from '../../core/tickets/comments/comment.ts'
import type { User } from '../../core/users/user.ts'
import { deliverToDiscord } from '../../core/workflows/chat/deliver-to-discord.ts'
import { deliverToSlack } from '../../core/workflows/chat/deliver-to-slack.ts'
import { fetchFiles } from '../../core/workflows/files/fetch-files.ts'
import { startDiscord } from '../../local/discord/start-discord.ts'
import { startSlack } from '../../local/slack/slack.ts'
import { withFailingComments } from '../support/failing-comments.ts'
import { bytesOf } from '../support/raw-mail.ts'
import { waitFor } from '../support/wait-for.ts'
import { createDrainer } from './drainer.ts'

const appUrl = 'https://desk.example.com'
const place = {
  token: 'local.token.secret',
  guildId: '100000000000000001',
  channelId: '100000000000000002',
}
const keys = { signingSecret: 'signing-secret', botToken: 'xoxb-bot', appToken: 'xapp-app' }
/** On a busy machine. */
const startMs = 60_000
/** After a third time the desk gives a message on Discord up and tells its author. Slack repeats the message. */
const maxFailuresOf = ({ surface }: Pick<Comment, 'surface'>) =>
  surface === 'discord' ? 2 : Number.POSITIVE_INFINITY
export const moderatorOnDiscord = '200000000000000001'

export type World = Awaited<ReturnType<typeof createWorld>>

/**
 * The desk with both bots in this process, on local platforms and a database of its own. What is pending is delivered at
 * once, and again after each failure, as Inngest would.
 */
export async function createWorld(uri: string) {
  const database = await connectDatabase(uri)
  // What was not acknowledged is repeated until the desk is back from a restart.
  const slack = await startSlack({ ...keys, retryDelaysMs: [30, 150, 500, 1_500, 4_000] })
  const discord = await startDiscord({ ...place, applicationId: '100000000000000003' })
  discord.addPerson({ id: moderatorOnDiscord, username: 'max', globalName: 'Max Moe' })
  const logged: string[] = []
  const log = createLog('warn', { write: (line) => void logged.push(line) })
  const drainer = createDrainer()
  const desk = await createDesk({
    database,
    enabledQueues: new Set(['slack', 'discord', 'files']),
    jwtSecret: 'not used by these tests, but long enough',
    moderatorsSeeAll: true,
    mailAddress: 'support@example.com',
    log,
    relay: (owner, { _id }) => {
      if (owner === 'tickets') drainer.look(_id)
    },
  })
  const ofBots = withFailingComments(desk, maxFailuresOf)
  const slackMessenger = createSlackMessenger({
    ...{ ...keys, apiUrl: slack.url, appUrl, log },
    messagesPerSecond: 50,
  })
  const discordMessenger = createDiscordMessenger({
    ...place,
    ...{ apiUrl: discord.apiUrl, appUrl, log, duplicatesOf: desk.tickets.duplicatesOf },
  })
  const worker = {
    ...{ desk, deliveries: createDeliveryStore(database), mailer: {} as never, gemini: null, appUrl },
    slack: slackMessenger,
    discord: discordMessenger,
  }
  drainer.serve([fetchFiles(worker), deliverToSlack(worker), deliverToDiscord(worker)])
  const { user: moderator } = await desk.users.insert(
    {
      ...{ _id: newId(), email: 'max@example.com', name: 'Max Moe', emailVerified: true },
      ...{ role: 'moderator', discord: moderatorOnDiscord },
    },
    desk.now(),
  )

  const { user: admin } = await desk.users.insert(
    {
      ...{ _id: newId(), email: 'root@example.com', name: 'Root Roe', emailVerified: true, role: 'admin' },
    },
    desk.now(),
  )
  const inbound = {
    ...{ desk, maxBytes: 1_000_000, host: 'desk.example.com', reader: createReplyReader() },
    policy: { address: 'support@example.com', authservId: null, answersUnknown: false },
  }
  const slackCheckpoint = createCheckpoint(database, 'slack')

  /** Slack's history is read after half a minute in which the desk heard nothing, so that much is made of a long time away. */
  async function makeLong() {
    const heardAt = await slackCheckpoint.load()
    if (heardAt) await slackCheckpoint.save(String(Number(heardAt) - 31_000))
  }

  const startBots = async () => {
    const bots = await Promise.all([
      startSlackBot({
        ...keys,
        ...{ apiUrl: slack.url, appUrl, desk: ofBots.desk, log, checkpoint: slackCheckpoint },
      }),
      startDiscordBot({
        ...place,
        ...{ apiUrl: discord.apiUrl, appUrl, desk: ofBots.desk, log },
        checkpoint: createCheckpoint(database, 'discord'),
      }),
    ])
    await slack.connect({ mode: 'socket' }, { timeoutMs: startMs })
    await waitFor(() => bots.every((bot) => bot.state().state === 'up'), {
      what: 'both bots',
      timeoutMs: startMs,
    })
    return bots
  }
  let bots = await startBots()
  const stopBots = () => Promise.all(bots.map((bot) => bot.stop()))

  /** @param isLong Slack has stopped to repeat what happens meanwhile */
  async function restart(isLong: boolean, meanwhile: () => Promise<void>) {
    await stopBots()
    try {
      await meanwhile()
    } finally {
      // Faults are for messages: the connection would back off for longer than a program waits.
      slack.clearFaults()
      if (isLong) {
        slack.giveUp()
        await makeLong()
      }
      bots = await startBots()
    }
  }

  const replyAddressOf = ({ id, number, requester }: { id: string; number: number; requester: User }) =>
    desk.replyAddresses?.sign({
      ticket: { _id: id, number },
      user: requester._id,
      visibility: 'public',
    }) ?? ''

  /** Whoever comes back from a restart reads all that is open. */
  async function tidyUp({ id, thread }: { id: string; thread: string }) {
    await database.tickets.deleteOne({ _id: id })
    discord.deleteThread(thread)
    ofBots.fail(0)
    logged.length = 0
  }

  async function close() {
    await stopBots()
    await drainer.close()
    await Promise.all([slack.close(), discord.close()])
    await Promise.all([desk.passwords.close(), inbound.reader.close()])
    await database.connection.dropDatabase()
    await database.close()
  }

  return {
    desk,
    slack,
    discord,
    moderator,
    admin,
    restart,
    tidyUp,
    /** The next comments from Slack and Discord can't be stored, so often. */
    failDatabase: ofBots.fail,
    /** The desk's warnings and errors since the ticket was filed. */
    logged,
    isIdle: drainer.isIdle,
    /** Otherwise the first event of the next program is repeated after the second. */
    isConnected: () => slack.socket.connections() > 0 && discord.isConnected(),
    close,
    replyAddressOf,
    receiveMail: (raw: string) => receiveMail(inbound, bytesOf(raw)),
  }
}
