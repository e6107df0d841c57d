import { expect, test } from 'vitest'
import { createGaps } from '../../../../bot/slack/history/gaps.ts'

const minute = 60_000

/** A connected desk, on which the first four minutes are over, at minute 10. */
function connectedDesk() {
  let at = 0
  const gaps = createGaps(() => at)
  gaps.connected()
  at = 10 * minute
  const said = (minutes: number, thread = 'a') => ({
    ...{ channel: 'D1', thread, ts: (minutes * 60).toFixed(6) },
  })
  return { gaps, said, wait: (minutes: number) => (at += minutes * minute) }
}

test('nothing is missing while the desk is connected and stores everything', () => {
  const { gaps, said } = connectedDesk()
  expect(gaps.before(said(10))).toBeNull()
})

test('after a start, what Slack may still repeat is missing', () => {
  const gaps = createGaps(() => 60 * minute)
  gaps.connected()
  expect(gaps.before({ channel: 'D1', thread: 'a', ts: '3600.000000' })).toEqual({
    from: 55 * minute,
    isCertain: false,
  })
})

test('after a loss, messages are missing in each thread until it is filled, for four minutes after the return', () => {
  const { gaps, said, wait } = connectedDesk()
  gaps.lost()
  wait(30)
  expect(gaps.before(said(40))).toEqual({ from: 9 * minute, isCertain: false })
  gaps.connected()
  gaps.filled(said(40))
  expect(gaps.before(said(40))).toBeNull()
  expect(gaps.before(said(40, 'b'))).toEqual({ from: 9 * minute, isCertain: false })
  wait(4)
  expect(gaps.before(said(44, 'b'))).toBeNull()
})

test('a connection that is lost again leaves the first gap open', () => {
  const { gaps, said, wait } = connectedDesk()
  gaps.lost()
  gaps.connected()
  gaps.filled(said(10))
  wait(2)
  gaps.lost()
  expect(gaps.before(said(12))).toEqual({ from: 9 * minute, isCertain: false })
})

test('what failed holds up later messages of its thread only, and not for longer than Slack repeats them', () => {
  const { gaps, said, wait } = connectedDesk()
  gaps.failed(said(10))
  gaps.failed(said(11))
  expect(gaps.before(said(10))).toBeNull()
  expect(gaps.before(said(11))).toEqual({ from: 10 * minute, isCertain: true })
  expect(gaps.before(said(11, 'b'))).toBeNull()
  wait(4)
  expect(gaps.before(said(14))).toBeNull()
})
