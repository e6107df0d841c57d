import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { createRefresher } from '../../../../admin-web/src/features/live/refresher.ts'

test('a next page that is on its way when something changes is not lost', async () => {
  const client = new QueryClient()
  const asked: number[] = []
  const answers: (() => void)[] = []
  const list = new InfiniteQueryObserver(client, {
    queryKey: ['tickets'],
    queryFn: async ({ pageParam }) => {
      asked.push(pageParam)
      await new Promise<void>((answer) => answers.push(answer))
      return pageParam
    },
    initialPageParam: 1,
    getNextPageParam: (last) => last + 1,
  })
  const stop = list.subscribe(() => {})
  const answered = async (pages: number) => {
    await expect.poll(() => asked.length).toBe(pages)
    answers.at(-1)?.()
  }
  await answered(1)
  await expect.poll(() => list.getCurrentResult().data?.pages).toEqual([1])

  void list.fetchNextPage()
  await expect.poll(() => asked).toEqual([1, 2])
  createRefresher(client)([['tickets']])
  await new Promise((done) => setTimeout(done, 50))
  await answered(2)
  await answered(3)
  await answered(4)
  await expect.poll(() => list.getCurrentResult().isFetching).toBe(false)
  expect(list.getCurrentResult().data?.pages).toEqual([1, 2])
  expect(asked).toEqual([1, 2, 1, 2])
  stop()
  client.clear()
})
