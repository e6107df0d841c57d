import { expect, test } from 'vitest'
import { duplicateIdOf, readDuplicateId } from '../../../../bot/discord/duplicate-id.ts'
import { cardMessage } from '../../../../bot/discord/views/card.ts'
import { validateMessage } from '../../../../local/discord/validation/validate-message.ts'
import { idLike, max, resolvedBy, ticketOf } from '../../../support/ticket-fixture.ts'

const appUrl = 'https://desk.example.com'
const similar = [
  {
    _id: idLike('7'),
    number: 7,
    title: 'Smoke [here](https://evil.example) *from* the printer',
    isLikelyDuplicate: true,
  },
  { _id: idLike('8'), number: 8, title: 'Toner', isLikelyDuplicate: false },
]
const card = (ticket = ticketOf(), shown = similar) => cardMessage(ticket, appUrl, [], shown)

test('the card names similar tickets in one line, with links to their pages', () => {
  const message = card()
  validateMessage(message, 0)
  const field = message.embeds[0]?.fields?.find(({ name }) => name === 'Similar')?.value ?? ''
  expect(field).toContain(`[#7](${appUrl}/tickets/${idLike('7')}) Smoke`)
  expect(field).toContain(`, [#8](${appUrl}/tickets/${idLike('8')}) Toner`)
  expect(field).not.toMatch(/[^\\]\]\(https:\/\/evil/)
  expect(field).not.toContain('\n')
})

test('only a likely original has a button', () => {
  const labels = card().components.flatMap(({ components }) =>
    components.flatMap((one) => ('label' in one && one.label ? [one.label] : [])),
  )
  expect(labels).toContain('Duplicate of #7')
  expect(labels).not.toContain('Duplicate of #8')
  expect(JSON.stringify(card(ticketOf(resolvedBy(max)), []))).not.toContain('Similar')
})

test('the longest line fits on the card', () => {
  const long = Array.from({ length: 5 }, (_, index) => ({
    _id: idLike('9'),
    number: 1_000_000 + index,
    title: '*'.repeat(150),
    isLikelyDuplicate: true,
  }))
  validateMessage(card(ticketOf({ description: 'x'.repeat(10_000), notes: 'y'.repeat(2_000) }), long), 0)
})

test.each([
  [duplicateIdOf({ ticket: idLike('1'), of: 12 }), { ticket: idLike('1'), of: 12 }],
  [`claim:${idLike('1')}`, null],
  ['duplicate-of:1:2', null],
])('%s is read as %j', (id, expected) => expect(readDuplicateId(id)).toEqual(expected))
