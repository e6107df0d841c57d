import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { sharedRequest } from '../../../core/database/shared-request.ts'

/** Requests that are answered when told to, with what was asked. */
function slowRequests() {
  const under: { asks: string[]; answer: () => void; fail: (error: Error) => void }[] = []
  const ask = sharedRequest(
    (asks: string[]) =>
      new Promise<string[]>((resolve, reject) => {
        under.push({ asks, answer: () => resolve(asks.map((one) => `${one}!`)), fail: reject })
      }),
  )
  return { under, ask }
}

const settled = () => new Promise((done) => setImmediate(done))

describe('sharing requests', () => {
  test('requests of the same moment share one, and those that come meanwhile the next', async () => {
    const { under, ask } = slowRequests()
    const answers = [ask('a'), ask('b')]
    await settled()
    answers.push(ask('c'), ask('d'))
    expect(under.map(({ asks }) => asks)).toEqual([['a', 'b']])
    under[0]?.answer()
    await settled()
    expect(under.map(({ asks }) => asks)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    under[1]?.answer()
    expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!'])
  })

  test('a failure reaches only those who shared that request', async () => {
    const { under, ask } = slowRequests()
    const first = ask('a')
    await settled()
    const second = ask('b')
    under[0]?.fail(new Error('away'))
    await expect(first).rejects.toThrow('away')
    await settled()
    under[1]?.answer()
    expect(await second).toBe('b!')
  })

  test('one that hangs holds up nobody', async () => {
    const { under, ask } = slowRequests()
    const hanging = ask('a')
    await settled()
    const second = ask('b')
    while (under.length < 2) await sleep(5)
    under[1]?.answer()
    expect(await second).toBe('b!')
    under[0]?.answer()
    expect(await hanging).toBe('a!')
  })

  test('no more than 100 share one', async () => {
    const { under, ask } = slowRequests()
    const answers = Array.from({ length: 151 }, (_, index) => ask(String(index)))
    for (let request = 0; request < 2; request++) {
      await settled()
      under[request]?.answer()
      await settled()
    }
    expect(under.map(({ asks }) => asks.length)).toEqual([100, 51])
    expect((await Promise.all(answers)).at(-1)).toBe('150!')
  })
})
