import pLimit from 'p-limit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { createWorld, fileInSlack, people, type World } from '../support/story-world.ts'
import { waitFor } from '../support/wait-for.ts'

const { ada, max } = people
const titles = Array.from({ length: 50 }, (_, index) => `Ticket ${index + 1} of fifty`)
const rounds = Array.from({ length: 10 }, (_, index) => index + 1)

/** Both platforms are as strict as the real ones, and four times as fast. */
const timesAsFast = 4
const settings = {
  SLACK_MESSAGES_PER_SECOND: String(timesAsFast),
  DESK_LIMIT_TICKETS: '0',
  DESK_LIMIT_COMMENTS: '0',
  DESK_LIMIT_CHANGES: '0',
}
const platforms = {
  slack: { messagePace: { perSecond: timesAsFast, burst: 5 } },
  discord: { messageBuckets: { limit: 5, perMs: 5_000 / timesAsFast } },
}

type Sent = { isRefused: boolean }

/**
 * All tickets are of one person, so that one conversation on Slack gets every message. A moderator writes in the console,
 * which is shown on Slack and on Discord, while nothing is sent. Then the desk comes back, and both drain side by side.
 */
describe('500 comments over 50 tickets', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ withGemini: false, settings, ...platforms })
    await world.connected()
    const { token } = await world.signUp(ada.email, ada.name)
    await world.moderator(max, { capacity: 100 })
    // The first ticket links Ada's accounts, so that the others get their cards in Slack.
    const [first = '', ...others] = titles
    await fileInSlack(world, first)
    await waitFor(
      async () => (await world.database.collection('users').findOne({ email: ada.email }))?.slack,
      {
        what: 'the link to Slack',
        timeoutMs: 60_000,
      },
    )
    await world.restartWithoutWorker()
    const description = 'It is burning. Flames!'
    for (const title of others) await world.api(token).post('/api/tickets', { title, description })
    await writeComments(await world.signIn(max.email))
    await world.desk().stop()
    await world.restart()
  })
  afterAll(() => world?.close())

  async function writeComments(api: Awaited<ReturnType<World['signIn']>>) {
    const { body } = await api.get<{ tickets: TicketView[] }>('/api/tickets?limit=100')
    const limit = pLimit(10)
    const writeAll = async ({ id, title }: TicketView) => {
      for (const round of rounds)
        await api.post(`/api/tickets/${id}/comments`, {
          body: `Comment ${round} on ${title}`,
          visibility: 'public',
        })
    }
    await Promise.all(body.tickets.map((ticket) => limit(writeAll, ticket)))
  }

  const hasTitle = (text: string, title: string) => new RegExp(`\\b${title}\\b`).test(text)
  /** The numbers of the comments that each ticket shows, in their order. */
  const shownIn = (textsOf: (title: string) => string[]) =>
    titles.map((title) => {
      const pattern = new RegExp(`Comment (\\d+) on ${title}\\b`, 'g')
      return textsOf(title).flatMap((text) => [...text.matchAll(pattern)].map(([, number]) => Number(number)))
    })

  function onSlack() {
    const cards = world.slack.dmOf(ada.slack)
    const cardOf = (title: string) => cards.find(({ shown }) => hasTitle(shown, title))
    return shownIn((title) => cardOf(title)?.replies.map(({ shown }) => shown) ?? [])
  }

  function onDiscord() {
    const threads = world.discord.threads()
    const threadOf = (title: string) => threads.find(({ name }) => hasTitle(name, title))
    return shownIn(
      (title) =>
        threadOf(title)?.messages.map(({ embeds }) => embeds.map((embed) => embed.description).join()) ?? [],
    )
  }

  const sentOnSlack = (): Sent[] =>
    world.slack.calls
      .filter(({ method }) => method === 'chat.postMessage')
      .map(({ outcome }) => ({ isRefused: outcome === 'http 429' }))
  const sentOnDiscord = (): Sent[] =>
    world.discord.calls
      .filter(({ method, path }) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path))
      .map(({ status }) => ({ isRefused: status === 429 }))

  test.each([
    ['Discord', onDiscord, sentOnDiscord],
    ['Slack', onSlack, sentOnSlack],
  ])('drain to %s in order, once, and with few 429s', async (where, seen, sent) => {
    const begun = Date.now()
    await waitFor(() => seen().flat().length >= 500, {
      what: 'all comments',
      timeoutMs: 580_000,
      everyMs: 1_000,
    }).catch((error: Error) => {
      throw new Error(`${error.message} ${seen().flat().length} have come.`)
    })
    const [all, refused] = [sent(), sent().filter(({ isRefused }) => isRefused)]
    console.log(
      `${where}: ${Date.now() - begun} ms, ${all.length} messages, ${refused.length} refused by 429`,
    )
    expect(seen()).toEqual(titles.map(() => rounds))
    expect(refused.length).toBeLessThan(all.length * 0.05)
  })
})
