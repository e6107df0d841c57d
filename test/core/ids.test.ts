import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { idFromKey, isId, newId } from '../../core/ids.ts'

describe('the id of an intake', () => {
  test('is the first 12 bytes of its SHA-256', () => {
    const digest = createHash('sha256').update('slack:T1:V1').digest()
    expect(idFromKey('slack:T1:V1')).toBe(digest.subarray(0, 12).toString('hex'))
    expect(idFromKey('abc')).toBe('ba7816bf8f01cfea414140de')
  })

  test('is the same at every delivery and another for every key', () => {
    const keys = ['api:u1:k', 'api:u1:K', 'api:u1:k ', 'api:u2:k', 'slack:u1:k', '']
    expect(new Set(keys.map(idFromKey)).size).toBe(keys.length)
    expect(idFromKey('api:u1:k')).toBe(idFromKey('api:u1:k'))
  })
})

test('fresh ids are ids and never the same', () => {
  const ids = Array.from({ length: 1_000 }, newId)
  expect(new Set(ids).size).toBe(1_000)
  expect(ids.every(isId)).toBe(true)
})

describe('no id', () => {
  test.each([
    '',
    '0'.repeat(23),
    '0'.repeat(25),
    'A'.repeat(24),
    'g'.repeat(24),
    `${'0'.repeat(24)}\n`,
    ` ${'0'.repeat(23)}`,
    '../users',
  ])('%j', (text) => expect(isId(text)).toBe(false))
})
