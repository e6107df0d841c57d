import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkInput } from '../../core/check-input.ts'
import { isRefusal } from '../../core/errors.ts'

const schema = z.strictObject({
  title: z.string().trim().min(5, 'Give it a title of at least 5 characters.'),
  urgency: z.enum(['low', 'high']).default('low'),
  owner: z.strictObject({ name: z.string() }).optional(),
  tags: z.array(z.string()).optional(),
})

/** The fields that a refusal names. */
function wrongIn(input: unknown): string[] {
  try {
    checkInput(schema, input)
  } catch (error) {
    if (isRefusal(error) && error.kind === 'invalid') return error.errors.map(({ field }) => field)
    throw error
  }
  return []
}

test('good input comes back as its schema shapes it', () => {
  expect(checkInput(schema, { title: '  Printer ' })).toEqual({ title: 'Printer', urgency: 'low' })
})

describe('names every wrong field', () => {
  test.each<[string, unknown, string[]]>([
    ['one', { title: 'Hi' }, ['title']],
    ['two', { title: 'Hi', urgency: 'now' }, ['title', 'urgency']],
    ['a missing one', {}, ['title']],
    ['an operator', { title: { $gt: '' } }, ['title']],
    ['an unknown one', { title: 'Printer', role: 'admin' }, ['role']],
    ['two unknown ones', { title: 'Printer', role: 'admin', $where: '1' }, ['role', '$where']],
    ['one inside another', { title: 'Printer', owner: { name: 1 } }, ['owner.name']],
    ['an unknown one inside another', { title: 'Printer', owner: { name: 'A', age: 1 } }, ['owner.age']],
    ['one of a list', { title: 'Printer', tags: ['a', 2] }, ['tags.1']],
    ['the body: null', null, ['body']],
    ['the body: nothing', undefined, ['body']],
    ['the body: a list', [], ['body']],
    ['the body: text', 'title', ['body']],
  ])('%s', (_name, input, fields) => expect(wrongIn(input)).toEqual(fields))
})

test('names at most 20 wrong fields, and no endless ones, so that the answer stays short', () => {
  const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]))
  expect(wrongIn({ title: 'Printer', ...unknown })).toHaveLength(20)
  expect(wrongIn({ title: 'Printer', tags: Array.from({ length: 1_000 }, () => 1) })).toHaveLength(20)
  const [long = ''] = wrongIn({ title: 'Printer', ['x'.repeat(1_000_000)]: 1 })
  expect(long.length).toBeLessThan(200)
})

test('words what is wrong, at the field and as a whole', () => {
  expect(() => checkInput(schema, { title: 'Hi', role: 'admin' })).toThrow(
    expect.objectContaining({
      field: 'title',
      message: 'title: Give it a title of at least 5 characters. role: There is no such field.',
    }),
  )
})
