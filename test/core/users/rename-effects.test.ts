import { expect, test } from 'vitest'
import { renameEffects } from '../../../core/users/rename-effects.ts'

test.each([
  ['another name', 'Bea Lee', [{ queue: 'maintenance', kind: 'rename' }]],
  ['the same name', 'Ann Lee', []],
  ['no name', undefined, []],
])('%s', (_name, name, expected) => {
  expect(renameEffects({ name: 'Ann Lee' }, name)).toEqual(expected)
})

test.each([
  ['another address', 'bea@example.com', 1],
  ['the first address', 'ann@example.com', 1],
  ['the same address', null, 0],
  ['no word of the address', undefined, 0],
])('%s', (_name, email, expected) => {
  expect(renameEffects({ name: 'Ann Lee', email: null }, 'Ann Lee', email)).toHaveLength(expected)
})
