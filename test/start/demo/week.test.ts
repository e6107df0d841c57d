import { expect, test } from 'vitest'
import { finalStatuses, weekOfTickets } from '../../../start/demo/week.ts'

test('sixty different tickets, in order, that end in every state, the newest ones open', () => {
  const week = weekOfTickets()
  expect(week).toHaveLength(60)
  expect(new Set(week.map(({ title }) => title)).size).toBe(60)
  expect(week.map(({ filedAt }) => filedAt)).toEqual(
    week.map(({ filedAt }) => filedAt).toSorted((a, b) => a - b),
  )
  expect(new Set(week.map(({ end }) => end))).toEqual(new Set(finalStatuses))
  expect(week.slice(-12).every(({ end }) => end === 'open' || end === 'in_progress')).toBe(true)
  expect(week.filter(({ answer, reply, resolution }) => !answer || !reply || !resolution)).toEqual([])
})
