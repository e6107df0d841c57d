import { describe, expect, test } from 'vitest'
import type { CategoryField, FieldKind } from '../../../../core/catalog/form/category-field.ts'
import { checkAnswers } from '../../../../core/tickets/fields/check-answers.ts'
import type { Answer } from '../../../../core/tickets/fields/ticket-field.ts'

const fieldOf = (kind: FieldKind, required = false): CategoryField => ({
  ...{ key: 'one', label: 'One', kind, required },
  ...(kind === 'select' ? { options: ['Red', 'Green'] } : {}),
})
const check = (field: CategoryField, answer: Answer, partly = false) =>
  checkAnswers([field], { one: answer }, { partly })

describe('an answer', () => {
  test.each<[FieldKind, Answer, Answer]>([
    ['text', ' SN-4711 ', 'SN-4711'],
    ['text', 'x'.repeat(150), 'x'.repeat(150)],
    ['text', '  ', null],
    ['long-text', 'one\ntwo', 'one\ntwo'],
    ['long-text', 'x'.repeat(3_000), 'x'.repeat(3_000)],
    ['number', 0, 0],
    ['number', -2.5, -2.5],
    ['number', '', null],
    ['select', 'Green', 'Green'],
    ['date', '2028-02-29', '2028-02-29'],
    ['checkbox', true, true],
    ['checkbox', false, false],
    ['checkbox', null, null],
  ])('to a %s: %j is stored as %j', (kind, answer, value) =>
    expect(check(fieldOf(kind), answer)).toEqual({ fields: [{ ...fieldOf(kind), value }], errors: [] }),
  )

  test.each<[FieldKind, Answer, string]>([
    ['text', 'x'.repeat(151), 'at most 150'],
    ['text', 'one\ntwo', 'one line'],
    ['text', 4, 'expected string'],
    ['long-text', 'x'.repeat(3_001), 'at most 3000'],
    ['number', 'four', 'Enter a number.'],
    ['number', '4', 'Enter a number.'],
    ['number', Number.POSITIVE_INFINITY, 'Enter a number.'],
    ['number', Number.NaN, 'Enter a number.'],
    ['select', 'green', 'Choose one of these: Red, Green.'],
    ['select', 'Blue', 'Choose one of these: Red, Green.'],
    ['date', '2027-02-29', 'Enter a date'],
    ['date', '30.11.2026', 'Enter a date'],
    ['date', '2026-11-30T10:00:00Z', 'Enter a date'],
    ['checkbox', 'yes', 'Tick the box'],
  ])('to a %s: %j is refused', (kind, answer, message) =>
    expect(check(fieldOf(kind), answer).errors).toEqual([
      { field: 'one', message: expect.stringContaining(message) },
    ]),
  )

  test.each<[FieldKind, Answer, string]>([
    ['text', null, 'Fill in this field.'],
    ['text', ' ', 'Fill in this field.'],
    ['number', null, 'Fill in this field.'],
    ['date', '', 'Fill in this field.'],
    ['select', null, 'Choose an option.'],
    ['checkbox', null, 'Tick this box.'],
    ['checkbox', false, 'Tick this box.'],
  ])('that is required, to a %s: %j is refused', (kind, answer, message) => {
    expect(check(fieldOf(kind, true), answer).errors).toEqual([{ field: 'one', message }])
    if (answer !== false) expect(check(fieldOf(kind, true), answer, true).errors).toEqual([])
  })
})

test('fields that changed while somebody filled in the form are named: new ones, and ones that are gone', () => {
  const now = [fieldOf('text', true), { ...fieldOf('date', true), key: 'bought', label: 'Bought' }]
  expect(checkAnswers(now, { one: 'kept', warranty: true }).errors).toEqual([
    { field: 'bought', message: 'Fill in this field.' },
    { field: 'warranty', message: 'The category does not ask this. Reload its fields.' },
  ])
})
