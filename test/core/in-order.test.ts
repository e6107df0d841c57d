import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createOrder } from '../../core/in-order.ts'

test('work of one key is done in order, also after a failure, and that of another at once', async () => {
  const { inOrder, finished } = createOrder()
  const done: string[] = []
  const slow = inOrder('a', async () => {
    await sleep(20)
    done.push('a1')
    throw new Error('a1 failed')
  })
  const next = inOrder('a', async () => done.push('a2'))
  await inOrder('b', async () => done.push('b1'))
  await expect(slow).rejects.toThrow('a1 failed')
  await next
  await finished()
  expect(done).toEqual(['b1', 'a1', 'a2'])
})
