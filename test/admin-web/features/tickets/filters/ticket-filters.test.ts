import { expect, test } from 'vitest'
import {
  chipsOf,
  filterNames,
  paramsOf,
  type TicketFilters,
} from '../../../../../admin-web/src/features/tickets/filters/ticket-filters.ts'

const none = Object.fromEntries(filterNames.map((name) => [name, ''])) as TicketFilters

test('there are no filters by default', () => {
  expect(paramsOf(none)).toEqual({})
  expect(chipsOf(none)).toEqual([])
})

test('days are whole ones where the reader is, and a person’s name is not asked for', () => {
  const filters = { ...none, assignee: '65f0', assigneeName: 'Ann Lee', from: '2026-11-23', to: '2026-11-23' }
  const { from, to, ...rest } = paramsOf(filters)
  expect(rest).toEqual({ assignee: '65f0' })
  expect(new Date(to ?? '').getTime() - new Date(from ?? '').getTime()).toBe(24 * 3_600_000)
  expect(new Date(from ?? '').getHours()).toBe(0)
})

/** As the language of whoever runs this test has it. */
const inWords = (day: string) =>
  new Date(`${day}T00:00`).toLocaleDateString(undefined, { dateStyle: 'medium' })

test('each filter has a chip that takes it off again', () => {
  const on: TicketFilters = {
    q: 'printer',
    priority: 'urgent',
    category: 'Hardware',
    skill: 'C++',
    tag: 'third floor',
    assignee: '65f0',
    assigneeName: 'Ann Lee',
    requester: '65f1',
    requesterName: 'Mia Wong',
    source: 'slack',
    from: '2026-11-01',
    to: '2026-11-23',
    sort: 'oldest',
  }
  const chips = chipsOf(on)
  expect(chips.map(({ label }) => label)).toEqual([
    '“printer”',
    'Urgent',
    'Hardware',
    'Skill: C++',
    'Tag: third floor',
    'Assigned to Ann Lee',
    'Filed by Mia Wong',
    'From Slack',
    `Since ${inWords('2026-11-01')}`,
    `Until ${inWords('2026-11-23')}`,
    'Oldest first',
  ])
  expect(Object.assign({}, on, ...chips.map(({ off }) => off))).toEqual(none)
})

test.each([
  ['none', 'Unassigned'],
  ['me', 'Assigned to me'],
])('an assignee that is %s is said in words', (assignee, label) => {
  const [chip] = chipsOf({ ...none, assignee, assigneeName: 'Nobody' })
  expect(chip?.label).toBe(label)
})

test('what somebody typed into the address is no reason to break', () => {
  expect(paramsOf({ ...none, from: 'yesterday', to: '2026-99-99' })).toEqual({})
  expect(chipsOf({ ...none, priority: 'huge' })).toEqual([{ label: 'Priority huge', off: { priority: '' } }])
})
