import { expect, test } from 'vitest'
import { fieldInput } from '../../../../bot/discord/modals/field-input.ts'

const asked = (kind: 'text' | 'long-text' | 'date', value: string | null = null) =>
  fieldInput({ key: 'since', label: 'Broken since', kind, required: false, value }).component

test('a date has room for a date alone, in the form that the desk reads', () => {
  expect(asked('date')).toMatchObject({ placeholder: 'YYYY-MM-DD', max_length: 10 })
  expect(asked('date', '2026-03-02')).toMatchObject({ value: '2026-03-02', max_length: 10 })
})

test('a text has room for what the desk stores', () => {
  expect(asked('text')).toMatchObject({ max_length: 150 })
  expect(asked('long-text')).toMatchObject({ max_length: 3_000 })
})
