import { expect, test } from 'vitest'
import { renameEffects } from '../../../core/users/rename-effects.ts'

test.each([
  ['another name', 'Bea Lee', [{ queue: 'maintenance', kind: 'rename' }]],
  ['the same name', 'Ann Lee', []],
  ['no name', undefined, []],
])('%s', (_name, name, expected) => {
  expect(renameEffects({ name: 'Ann Lee' }, name)).toEqual(expected)
})
