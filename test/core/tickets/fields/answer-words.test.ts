import { expect, test } from 'vitest'
import type { FieldKind } from '../../../../core/catalog/form/category-field.ts'
import { answerLines, readTyped } from '../../../../core/tickets/fields/answer-words.ts'
import type { Answer } from '../../../../core/tickets/fields/ticket-field.ts'
import { answered } from '../../../support/ticket-fixture.ts'

test('answers are a line each, without those that nobody gave', () => {
  const fields = [
    answered('Serial number', 'SN-1'),
    answered('Floor', 3),
    answered('Warranty', false),
    answered('Bought', null),
  ]
  expect(answerLines(fields)).toBe('Serial number: SN-1\nFloor: 3\nWarranty: No')
  expect(answerLines()).toBe('')
})

test.each<[FieldKind, string, Answer]>([
  ['number', ' 2.5 ', 2.5],
  ['number', '2,5', 2.5],
  ['number', '1e400', '1e400'],
  ['number', 'two', 'two'],
  ['number', '', null],
  ['checkbox', 'yes', true],
  ['checkbox', 'no', false],
  ['text', '2', '2'],
  ['date', '2026-11-30', '2026-11-30'],
])('a %s reads what was typed, %j, as %j', (kind, typed, answer) =>
  expect(readTyped(kind, typed)).toBe(answer),
)
