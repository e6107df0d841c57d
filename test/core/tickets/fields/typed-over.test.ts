import { expect, test } from 'vitest'
import type { Answer } from '../../../../core/tickets/fields/ticket-field.ts'
import { typedOver } from '../../../../core/tickets/fields/typed-over.ts'
import { answered } from '../../../support/ticket-fixture.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 10, minute))
const floor = (value: Answer) => ({ ...answered('Floor', value), key: 'floor' })
const edited = (minute: number, from: string, to: string) => ({
  ...{ at: at(minute), by: null, surface: 'web' as const, action: 'edited' as const },
  changes: [{ field: 'fields.floor', label: 'Floor', from, to }],
})
const typedAt10 = (now: Answer, typed: Answer, ...history: ReturnType<typeof edited>[]) =>
  typedOver({ fields: [floor(now)], history }, { floor: typed }, at(10))

test.each<[string, object, Answer, Answer, ReturnType<typeof edited>[]]>([
  ['what was changed', { floor: 4 }, 3, 4, []],
  ['what was emptied', { floor: null }, 3, null, []],
  ['nothing when all is as it was', {}, 3, 3, []],
  ['nothing for a box that was never ticked', {}, null, false, []],
  ['nothing that others changed meanwhile, when it was left alone', {}, 5, 3, [edited(11, '3', '5')]],
  ['nothing when both wrote the same', {}, 5, 5, [edited(11, '3', '5')]],
  ['what was changed after others had, before the form', { floor: 6 }, 5, 6, [edited(9, '3', '5')]],
])('of a form it takes %s', (_what, expected, now, typed, history) =>
  expect(typedAt10(now, typed, ...history)).toEqual(expected),
)

test('what both have changed is refused at its field', () => {
  const clash = () => typedAt10(7, 4, edited(11, '3', '5'), edited(12, '5', '7'))
  expect(clash).toThrowError(
    expect.objectContaining({
      kind: 'conflict',
      field: 'fields.floor',
      message: expect.stringContaining('Floor'),
    }),
  )
})
