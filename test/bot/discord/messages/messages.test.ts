import { describe, expect, test } from 'vitest'
import { createInbox } from '../../../../bot/discord/messages/inbox.ts'
import { createPosition } from '../../../../bot/discord/messages/position.ts'
import { snowflakeAt, timeOf } from '../../../../bot/discord/snowflake.ts'
import { readDiscord } from '../../../../bot/discord/text/read-discord.ts'
import { createLog } from '../../../../core/log.ts'
import { writeMarkdown } from '../../../../core/rich-text/write-markdown.ts'

const log = createLog('silent')
const noon = Date.parse('2026-05-04T12:00:00Z')
const minute = 60_000

test('Discord’s notation becomes words', () => {
  const read = (content: string) =>
    writeMarkdown(readDiscord(content, (kind, id) => (kind === 'user' && id === '1' ? 'Ada' : undefined)))
  expect(read('Hi <@1> and <@!2>, see <#3> <:party:44> <a:dance:5>, <@&6>')).toBe(
    'Hi @Ada and @someone, see #channel :party: :dance:, @team',
  )
  expect(read('at <t:1777895000:R> **bold**')).toBe('at [2026-05-04 11:43 UTC](time:1777895000:R) **bold**')
})

describe('the position', () => {
  function kept(start: string | null) {
    const saved: string[] = []
    const checkpoint = { load: async () => start, save: async (id: string) => void saved.push(id) }
    return { saved, position: createPosition(checkpoint, () => noon, log) }
  }
  const noonPlus = (minutes: number) => snowflakeAt(noon + minutes * minute)

  test('begins now on the first start, and is kept at once', async () => {
    const { saved, position } = kept(null)
    expect(timeOf((await position.since()).from)).toBe(noon - 5 * minute)
    expect(saved).toEqual([noonPlus(0)])
  })

  test('is not moved by live messages before the gap is read', async () => {
    const { saved, position } = kept(noonPlus(-60))
    position.handled(noonPlus(1))
    const { from, caughtUp } = await position.since()
    expect(timeOf(from)).toBe(noon - 65 * minute)
    position.handled(noonPlus(2))
    await position.save()
    expect(saved).toEqual([])
    caughtUp()
    await position.save()
    expect(saved).toEqual([noonPlus(2)])
  })

  test('is not moved by a reading that a new session has outdated', async () => {
    const { saved, position } = kept(noonPlus(-60))
    const { caughtUp } = await position.since()
    position.sessionBegins()
    position.handled(noonPlus(1))
    caughtUp()
    await position.save()
    expect(saved).toEqual([])
  })

  test('does not pass a message that failed until it is settled', async () => {
    const { saved, position } = kept(noonPlus(-60))
    const { caughtUp } = await position.since()
    caughtUp()
    position.failed(noonPlus(1))
    position.handled(noonPlus(9))
    await position.save()
    expect(saved).toEqual([noonPlus(1)])
    position.handled(noonPlus(1))
    await position.save()
    expect(saved).toEqual([noonPlus(1), noonPlus(9)])
  })
})

describe('the inbox', () => {
  const said = (id: string, channel: string) => ({ id, channel_id: channel }) as never

  /** An inbox whose messages fail as often as `failing` says. */
  function inboxWith({
    failing = {},
    earlier = [],
  }: {
    failing?: Record<string, number>
    earlier?: string[]
  }) {
    const handled: string[] = []
    const again: number[] = []
    let at = noon
    const inbox = createInbox({
      handle: async ({ id }) => {
        await new Promise((done) => setTimeout(done, id === '1' ? 20 : 1))
        const left = failing[id] ?? 0
        failing[id] = left - 1
        if (left > 0) throw new Error('not now')
        handled.push(id)
      },
      readEarlier: async () => earlier.map((id) => said(id, 'a')),
      checkpoint: { load: async () => null, save: async () => {} },
      now: () => at,
      log,
      retryLater: (tries) => again.push(tries),
    })
    return { inbox, handled, again, wait: (ms: number) => (at += ms) }
  }

  test('has each message handled once, in order within a thread, and a failed one again', async () => {
    const { inbox, handled, again } = inboxWith({ failing: { 2: 1 } })
    const taken = [said('1', 'a'), said('2', 'a'), said('3', 'b'), said('1', 'a')].map(inbox.take)
    await Promise.all(taken)
    expect(handled).toEqual(['3', '1'])
    expect(again).toEqual([1])
    await inbox.take(said('2', 'a'))
    expect(handled).toEqual(['3', '1', '2'])
    await inbox.close()
  })

  test('lets the messages of a thread wait for one that fails, for a minute', async () => {
    const { inbox, handled, again, wait } = inboxWith({ failing: { 1: 2 } })
    for (const id of ['1', '2']) await inbox.take(said(id, 'a'))
    expect(handled).toEqual([])
    expect(again).toEqual([1, 1])
    wait(minute - 1)
    for (const id of ['1', '2']) await inbox.takeRead(said(id, 'a'))
    expect(handled).toEqual([])
    wait(1)
    await inbox.takeRead(said('2', 'a'))
    expect(handled).toEqual(['2'])
  })

  test('takes what was missed before a live message of a new session, until all that was missed is read', async () => {
    const { inbox, handled } = inboxWith({ earlier: ['1', '2'] })
    await inbox.take(said('3', 'a'))
    expect(handled).toEqual(['1', '2', '3'])
  })

  test('reads no history before a live message once all that was missed is read', async () => {
    const { inbox, handled } = inboxWith({ earlier: ['1', '2'] })
    inbox.sessionBegins()
    const { caughtUp } = await inbox.since()
    caughtUp()
    await inbox.take(said('3', 'a'))
    expect(handled).toEqual(['3'])
  })
})
