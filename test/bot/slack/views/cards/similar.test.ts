import { expect, test } from 'vitest'
import { moderatorsCard } from '../../../../../bot/slack/views/cards/moderators-card.ts'
import { directMessage } from '../../../../../bot/slack/views/notice.ts'
import { ticketNotice } from '../../../../../core/notifications/ticket-notice/ticket-notice.ts'
import { ann, claimedBy, idLike, max, mia, ticketOf } from '../../../../support/ticket-fixture.ts'

const appUrl = 'https://desk.example.com'
const similar = [
  { _id: idLike('7'), number: 7, title: 'Smoke <!channel> from the printer', isLikelyDuplicate: true },
  { _id: idLike('8'), number: 8, title: 'Toner', isLikelyDuplicate: false },
]
const blocksFor = (reader = max, ticket = ticketOf()) =>
  directMessage(ticketNotice('assigned', ticket, appUrl), { ticket, reader, similar }, appUrl).blocks

test('the moderator’s card names similar tickets in one line, and offers a likely original', () => {
  const shown = blocksFor()
  const line = shown.find((block) => JSON.stringify(block).includes('Similar: '))
  expect(line).toMatchObject({
    elements: [
      {
        elements: [
          { text: 'Similar: ' },
          { type: 'link', url: `${appUrl}/tickets/${idLike('7')}`, text: '#7' },
          { type: 'text', text: ' Smoke <!channel> from the printer, ' },
          { type: 'link', text: '#8' },
          { text: ' Toner' },
        ],
      },
    ],
  })
  const json = JSON.stringify(shown)
  expect(json).toContain('"Duplicate of #7"')
  expect(json).toContain(`"${idLike('1')}:7"`)
  expect(json).not.toContain('Duplicate of #8')
})

test('so does the card in the moderators’ channel, until the ticket is deleted', () => {
  const json = (ticket = ticketOf(), found = similar) =>
    JSON.stringify(moderatorsCard(ticket, found, appUrl).blocks)
  expect(json()).toContain('"Similar: "')
  expect(json()).toContain(`"${appUrl}/tickets/${idLike('8')}"`)
  expect(json()).toContain('"Duplicate of #7"')
  expect(json()).not.toContain('Duplicate of #8')
  expect(json(ticketOf(), [])).not.toContain('Similar')
  expect(json(ticketOf({ deleted: true }))).not.toContain('Toner')
})

test('whoever may not mark it gets no button, and whoever can’t see the ticket no line', () => {
  expect(
    JSON.stringify(
      blocksFor(mia, ticketOf({ ...claimedBy(max), watchers: [{ id: mia._id, name: mia.name }] })),
    ),
  ).not.toContain('Duplicate of')
  expect(JSON.stringify(blocksFor(mia, ticketOf(claimedBy(max))))).not.toContain('Similar')
  expect(JSON.stringify(blocksFor(ann))).not.toContain('Similar')
})
