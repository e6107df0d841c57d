import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createDiscordMessenger } from '../../../bot/discord/outbound/messenger.ts'
import { startDiscordBot } from '../../../bot/discord/start.ts'
import { createDesk } from '../../../core/create-desk.ts'
import { createCheckpoint } from '../../../core/database/checkpoint-store.ts'
import type { Desk } from '../../../core/desk.ts'
import { newId } from '../../../core/ids.ts'
import { createDeliveryStore } from '../../../core/notifications/deliveries/delivery-store.ts'
import { connectDatabase } from '../../../core/open-database.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import { similarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import type { Role, User } from '../../../core/users/user.ts'
import { type Discord, startDiscord } from '../../../local/discord/start-discord.ts'
import type { Forum } from '../../../local/discord/world.ts'
import { freshDatabase } from '../../support/desk-in-process.ts'
import { deliverTicketToDiscord, fetchTicketFiles } from '../../support/run-workflows.ts'
import { untilItWorks } from '../../support/until-it-works.ts'

export const appUrl = 'https://desk.example.com'
export const place = {
  token: 'local.token.secret',
  guildId: '100000000000000001',
  channelId: '100000000000000002',
}
let lastPerson = 200_000_000_000_000_000n

/**
 * The desk's bot as it is, on a real database, connected to the local Discord. What is pending for Discord is delivered
 * right after each change, again and again until it works, as Inngest would.
 * @param options.change wraps the desk that the bot works with, e.g. to let its database fail
 */
export async function deskWithDiscord(
  options: {
    change?: (desk: Desk) => Desk
    connect?: boolean
    resumeWithinMs?: number
    onDutyRole?: string
    /** tickets become posts of this forum */
    forum?: Forum
    /** that of a concurrent test, which Vitest can't tell from those beside it */
    onFinished?: typeof onTestFinished
  } = {},
) {
  const database = await connectDatabase(freshDatabase())
  const discord = await startDiscord({
    ...{ ...place, applicationId: '100000000000000003' },
    ...(options.forum ? { forum: options.forum } : {}),
  })
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const stopping = new AbortController()
  let queue: Promise<unknown> = Promise.resolve()

  const desk = await createDesk({
    database,
    enabledQueues: new Set(['discord', 'files']),
    jwtSecret: 'not used by these tests, but long enough',
    log,
    relay: (owner, { _id }) => {
      if (owner !== 'tickets') return
      const work = async () => {
        await fetchTicketFiles(worker, _id)
        await deliverTicketToDiscord(worker, _id)
      }
      queue = queue.then(() => untilItWorks(work, stopping.signal))
    },
  })
  const messenger = createDiscordMessenger({
    ...place,
    onDutyRole: options.onDutyRole,
    apiUrl: discord.apiUrl,
    appUrl,
    duplicatesOf: desk.tickets.duplicatesOf,
    similarTo: (ticket) => similarOnCard(desk, ticket),
    log,
  })
  const worker = {
    desk,
    deliveries: createDeliveryStore(database),
    mailer: { send: async () => '', close: async () => {}, verify: async () => {} } as never,
    slack: null,
    discord: messenger,
    gemini: null,
    appUrl,
  }

  const startBot = () =>
    startDiscordBot({
      ...place,
      apiUrl: discord.apiUrl,
      appUrl,
      desk: options.change?.(desk) ?? desk,
      log,
      checkpoint: createCheckpoint(database, 'discord'),
      ...(options.resumeWithinMs ? { resumeWithinMs: options.resumeWithinMs } : {}),
    })
  let bot = await startBot()
  const isUp = () => discord.waitFor(() => bot.state().state === 'up', { what: 'the bot', timeoutMs: 10_000 })
  if (options.connect !== false) await isUp()
  if (options.connect !== false)
    await discord.waitFor(() => discord.commands().length > 0, { what: 'the commands' })

  const onFinished = options.onFinished ?? onTestFinished
  onFinished(async () => {
    stopping.abort()
    await bot.stop()
    await queue
    await discord.close()
    await desk.passwords.close()
    await database.connection.dropDatabase()
    await database.close()
  })
  return {
    discord,
    database,
    desk,
    messenger,
    worker,
    log: lines,
    bot: () => bot,
    isUp,
    restart: async (meanwhile: () => unknown, { waitUntilUp = true } = {}) => {
      await bot.stop()
      await meanwhile()
      bot = await startBot()
      if (waitUntilUp) await isUp()
    },
    settled: () => queue,
    somebody: (name: string, role: Role, more: Partial<User> = {}) =>
      somebody(desk, discord, { name, role, ...more }),
    fileTicket: (requester: User, title = 'Printer on fire') => fileTicket(desk, discord, requester, title),
  }
}

export type DeskWithDiscord = Awaited<ReturnType<typeof deskWithDiscord>>

/** Somebody on the desk who is also on Discord, with the accounts linked unless `discord` is given as undefined. */
async function somebody(desk: Desk, discord: Discord, { name, ...more }: Partial<User> & { name: string }) {
  lastPerson++
  const person = discord.addPerson({
    id: String(lastPerson),
    username: name.toLowerCase(),
    globalName: name,
  })
  const { user } = await desk.users.insert(
    { _id: newId(), email: `${name}@example.com`, name, emailVerified: true, discord: person.id, ...more },
    desk.now(),
  )
  return { user, person }
}

/** A ticket with its thread and card. */
async function fileTicket(desk: Desk, discord: Discord, requester: User, title: string) {
  const input = { title, description: 'It smokes.', urgency: 'normal' as const }
  const { ticket } = await openTicket(desk, requester, { key: newId(), source: 'slack', input })
  const thread = await discord.waitFor(
    () => discord.threads().find(({ name }) => name.startsWith(`#${ticket.number} `)),
    { what: 'the thread' },
  )
  await discord.waitFor(async () => (await desk.tickets.find(ticket._id))?.surfaces.discord?.card, {
    what: 'the card to be known',
  })
  return { ticket, thread: thread.id }
}
