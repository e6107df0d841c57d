import { expect, test } from 'vitest'
import { peopleAmong } from '../../../../core/tickets/lists/list-people.ts'

const mia = { id: '1', name: 'Mia Wong' }
const ann = { id: '2', name: 'Ann Lee' }
const tickets = [
  { requester: { ...mia, name: 'Mia Wong-Ito' }, assignee: null },
  { requester: mia, assignee: ann },
  { requester: ann, assignee: ann },
]
const named = (search: Parameters<typeof peopleAmong>[1]) =>
  peopleAmong(tickets, search).map(({ name }) => name)

test.each([
  [undefined, ['Ann Lee', 'Mia Wong-Ito']],
  ['wong', ['Mia Wong-Ito']],
  ['MIA  wo', ['Mia Wong-Ito']],
  ['ia', []],
  ['ito', []],
  ['.*', []],
  ['1', []],
])('requesters whose name begins with %s', (search, names) => {
  expect(named({ as: 'requester', search })).toEqual(names)
})

test('each assignee is named once, and who is missing is nobody', () => {
  expect(named({ as: 'assignee' })).toEqual(['Ann Lee'])
})

test('at most eight are named', () => {
  const many = Array.from({ length: 20 }, (_, id) => ({
    requester: { id: String(id), name: `Person ${id}` },
    assignee: null,
  }))
  expect(peopleAmong(many, { as: 'requester' })).toHaveLength(8)
})
