import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLive, type Open } from '../../../../local/playground/page/src/live/live.ts'
import type { FromPage, FromServer } from '../../../../local/playground/protocol.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const welcome = { type: 'welcome', people: [], troubles: [] } as object as FromServer
const look = { slack: null, discord: null, mailbox: true }

/** A page's connection whose other end is this test. */
function connected() {
  const sent: FromPage[] = []
  const ends: Parameters<Open>[0][] = []
  const live = createLive((on) => {
    ends.push(on)
    return { send: (message) => sent.push(message) }
  })
  return { live, sent, ends, server: () => ends.at(-1) as Parameters<Open>[0] }
}

describe('the connection of the page', () => {
  test('says what is watched once the server has greeted, and again after it was away', () => {
    const { live, sent, ends, server } = connected()
    live.watch(look)
    expect(sent).toEqual([])
    server().message(welcome)
    expect(sent).toEqual([{ type: 'watch', ...look }])
    server().closed()
    expect(live.state().connection).toBe('away')
    vi.advanceTimersByTime(1_000)
    expect(ends).toHaveLength(2)
    server().message(welcome)
    expect(live.state().connection).toBe('open')
    expect(sent).toHaveLength(2)
  })

  test('is refused when it closes before the greeting', () => {
    const { live, server } = connected()
    server().closed()
    expect(live.state().connection).toBe('refused')
  })

  test('keeps the parts of the screen that a message leaves out', () => {
    const { live, server } = connected()
    server().message({ type: 'screen', mailbox: [] })
    server().message({ type: 'screen', troubles: [] })
    expect(live.state()).toMatchObject({ mailbox: [], troubles: [] })
  })

  test('counts what the server cannot show any more', () => {
    const { live, server } = connected()
    server().message(welcome)
    server().message({ type: 'error', id: -1, error: { code: 'not_found', message: 'There is no channel.' } })
    expect(live.state()).toMatchObject({ connection: 'open', refusedLooks: 1 })
  })

  test('answers each call by its id, with the platform’s own words for a failure', async () => {
    const { live, server } = connected()
    server().message(welcome)
    const first = live.call('slack.openHome', {}, 'U1')
    const second = live.call('slack.openHome', {}, 'U1')
    server().message({
      type: 'error',
      id: 2,
      error: { code: 'timeout', message: 'This app did not respond.' },
    })
    server().message({ type: 'result', id: 1, result: {} })
    await expect(first).resolves.toEqual({})
    await expect(second).rejects.toMatchObject({ message: 'This app did not respond.', code: 'timeout' })
  })

  test('a call fails when the server goes, does not answer, or is not there', async () => {
    const { live, server } = connected()
    await expect(live.call('slack.openHome', {}, 'U1')).rejects.toThrow('away')
    server().message(welcome)
    const unanswered = expect(live.call('slack.openHome', {}, 'U1')).rejects.toThrow('doesn’t answer')
    await vi.advanceTimersByTimeAsync(30_000)
    await unanswered
    const cut = expect(live.call('slack.openHome', {}, 'U1')).rejects.toThrow('away')
    server().closed()
    await cut
  })
})
