import { expect, test } from 'vitest'
import { countFor, statusesFor } from '../../../../../admin-web/src/features/tickets/status/status-filter.ts'

const counts = { open: 7, in_progress: 3, waiting: 1, resolved: 400, closed: 1_000 }

test('a filter that takes several statuses counts them together, as far as the desk counts', () => {
  expect(countFor('active', counts)).toBe('11')
  expect(countFor('resolved', counts)).toBe('400')
  expect(countFor('finished', counts)).toBe('1.4k+')
  expect(countFor('finished', { ...counts, closed: 900 })).toBe('1.3k')
  expect(countFor('active', { ...counts, more: true })).toBe('11+')
  expect(countFor('all', undefined)).toBeUndefined()
})

test('all statuses are no filter', () => {
  expect(statusesFor('all')).toEqual({})
  expect(statusesFor('waiting')).toEqual({ status: ['waiting'] })
})
