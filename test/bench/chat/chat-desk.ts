import { startDiscord } from '../../../local/discord/start-discord.ts'
import { startSlack } from '../../../local/slack/slack.ts'
import { secrets } from '../../local/slack/fixture.ts'
import { apiClient } from '../../support/api-client.ts'
import { waitFor } from '../../support/wait-for.ts'
import { adminToken } from '../admin-token.ts'
import { startDeskOfCheckout } from '../desk-of-checkout.ts'
import { startBenchServices } from '../services.ts'
import { startSlowDatabase } from './slow-database.ts'

export type ChatDesk = Awaited<ReturnType<typeof startChatDesk>>

const server = {
  guildId: '100000000000000001',
  channelId: '100000000000000002',
  applicationId: '100000000000000003',
  token: 'bench.bot.token',
}
/** Each acts once a second. */
export const perPlatform = 50

/** A desk as a process of its own, with people in Slack and moderators in Discord, on a database that can be slowed. */
export async function startChatDesk(report: (line: string) => void) {
  const stops: (() => Promise<unknown>)[] = []
  async function stop() {
    for (const stopOne of stops.toReversed()) await stopOne()
  }
  try {
    const services = await startBenchServices(report)
    stops.push(services.stop)
    const database = await startSlowDatabase(services.freshDatabase())
    stops.push(database.stop)
    const slack = await startSlack(secrets)
    stops.push(slack.close)
    const discord = await startDiscord(server)
    stops.push(discord.close)
    const desk = await startDeskOfCheckout(process.cwd(), {
      MONGODB_URI: database.uri,
      INNGEST_BASE_URL: services.inngest.baseUrl ?? '',
      INNGEST_EVENT_KEY: services.inngest.eventKey,
      INNGEST_SIGNING_KEY: services.inngest.signingKey,
      SLACK_BOT_TOKEN: secrets.botToken,
      SLACK_APP_TOKEN: secrets.appToken,
      SLACK_API_URL: slack.url,
      SLACK_MESSAGES_PER_SECOND: '50',
      DISCORD_TOKEN: server.token,
      DISCORD_GUILD_ID: server.guildId,
      DISCORD_CHANNEL_ID: server.channelId,
      DISCORD_API_URL: discord.apiUrl,
      DESK_LIMIT_TICKETS: '0',
      DESK_LIMIT_COMMENTS: '0',
      DESK_LIMIT_CHANGES: '0',
      DESK_LIMIT_FILES: '0',
    })
    stops.push(desk.stop)
    await slack.connect({ mode: 'socket' })
    await waitFor(() => discord.isConnected() && discord.commands().length > 0, {
      what: 'the Discord bot',
      timeoutMs: 30_000,
    })
    const token = await adminToken(desk)
    const people = Array.from({ length: perPlatform }, (_, index) => ({
      slack: `U${index}`,
      discord: `2000000000000000${String(index).padStart(2, '0')}`,
      email: `person${index}@example.com`,
    }))
    for (const { slack: id, discord: account, email } of people) {
      slack.addPerson({ id, name: id.toLowerCase(), realName: id, email, emailConfirmed: true })
      discord.addPerson({ id: account, username: id.toLowerCase(), globalName: id })
    }
    report(`${perPlatform} people file a first ticket in Slack, and become moderators in Discord`)
    for (const person of people) {
      await fileTicket(slack.as(person.slack), 'A first ticket')
      await makeModerator(apiClient(desk.url, token), person)
    }
    return { slack, discord, desk, database, token, people, channel: server.channelId, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type SlackPerson = ReturnType<Awaited<ReturnType<typeof startSlack>>['as']>

/** Files a ticket by the modal. @returns what the submission was answered */
export async function fileTicket(person: SlackPerson, title: string) {
  await person.command('/ticket', title)
  const modal = await person.modal()
  return modal.submit({ 'What happened?': 'It is burning. Flames!' })
}

type Api = ReturnType<typeof apiClient>

/** The desk asks Slack for a person's address once their ticket is stored. */
async function makeModerator(api: Api, { email, discord }: { email: string; discord: string }) {
  const find = async () => {
    const path = `/api/auth/users?search=${encodeURIComponent(email)}`
    const { body } = await api.get<{ users: { id: string; email: string }[] }>(path)
    return body.users.find((user) => user.email === email)?.id
  }
  const id = await waitFor(find, { what: `the account of ${email}`, timeoutMs: 30_000 })
  const changes = { id, role: 'moderator', onDuty: true, capacity: 100, discord }
  const changed = await api.post('/api/auth/update-user', changes)
  if (changed.status !== 200)
    throw new Error(`${email} could not be made a moderator: ${JSON.stringify(changed.body)}`)
}
