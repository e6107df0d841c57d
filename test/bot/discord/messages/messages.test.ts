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

  test('has each message handled once, in order within a thread, and a failed one again', async () => {
    const handled: string[] = []
    const again: number[] = []
    let failures = 1
    const inbox = createInbox({
      handle: async ({ id }) => {
        await new Promise((done) => setTimeout(done, id === '1' ? 20 : 1))
        if (id === '2' && failures-- > 0) throw new Error('not now')
        handled.push(id)
      },
      checkpoint: { load: async () => null, save: async () => {} },
      now: () => noon,
      log,
      retryLater: (tries) => again.push(tries),
    })
    const taken = [said('1', 'a'), said('2', 'a'), said('3', 'b'), said('1', 'a')].map(inbox.take)
    await Promise.all(taken)
    expect(handled).toEqual(['3', '1'])
    expect(again).toEqual([1])
    await inbox.take(said('2', 'a'))
    expect(handled).toEqual(['3', '1', '2'])
    await inbox.close()
  })
})
