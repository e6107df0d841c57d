import { expect, test } from 'vitest'
import { restrictToView, type View } from '../../../../core/tickets/lists/list-filter.ts'
import type { ListFilter } from '../../../../core/tickets/lists/list-plan.ts'

const actor = { _id: 'ann', name: 'Ann Lee', role: 'moderator' } as const

test.each<[view: View, filter: ListFilter, expected: ListFilter]>([
  [undefined, { assignee: 'bo' }, { assignee: 'bo' }],
  ['queue', { assignee: 'bo' }, { assignee: 'bo', status: ['open'] }],
  ['assigned', {}, { assignee: 'ann' }],
  ['assigned', { assignee: 'ann', status: ['closed'] }, { assignee: 'ann', status: ['closed'] }],
  ['assigned', { assignee: 'bo' }, { assignee: 'ann', status: [] }],
  ['assigned', { assignee: 'none' }, { assignee: 'ann', status: [] }],
  ['assigned', { requester: 'mia' }, { assignee: 'ann', requester: 'mia' }],
  ['mine', { requester: 'mia' }, { requester: 'ann', status: [] }],
])('%s with %o', (view, filter, expected) => {
  expect(restrictToView(filter, view, actor)).toEqual(expected)
})
