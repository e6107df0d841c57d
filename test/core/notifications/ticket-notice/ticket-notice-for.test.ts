import { afterAll, beforeAll, expect, test } from 'vitest'
import { ticketNoticeFor } from '../../../../core/notifications/ticket-notice/ticket-notice-for.ts'
import type { NotifyEntry } from '../../../../core/outbox/entry.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import { plainParagraph } from '../../../support/plain-notice.ts'
import { claimedBy, commentOf, later, max, ticketOf } from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const entryOf = (more: Partial<NotifyEntry>): NotifyEntry => ({
  id: 'x:1:0',
  queue: 'mail',
  kind: 'notify',
  at: later(5),
  to: max._id,
  topic: 'commented',
  ...more,
})
const note = commentOf({ visibility: 'internal', body: 'Psst.' })
const ofNote = entryOf({ topic: 'commented', comment: note._id })

test('the text of an internal note is only for people who are staff when it is sent', async () => {
  await at.desk.comments.insert(note)
  const { user: moderator } = await at.somebody('moderator')
  const { user: formerly } = await at.somebody('user')
  const told = { entry: ofNote, ticket: ticketOf(), appUrl: '' }
  const notice = await ticketNoticeFor(at.desk, { ...told, person: moderator })
  expect(notice?.body.map(plainParagraph)).toContain('Psst.')
  expect(await ticketNoticeFor(at.desk, { ...told, person: formerly })).toBeNull()
})

test('there is no notice of anything that was deleted', async () => {
  const { user: person } = await at.somebody('moderator')
  const gone = entryOf({ topic: 'commented', comment: '0'.repeat(24) })
  const deleted = ticketOf({ deleted: true })
  expect(await ticketNoticeFor(at.desk, { person, entry: gone, ticket: ticketOf(), appUrl: '' })).toBeNull()
  expect(await ticketNoticeFor(at.desk, { person, entry: ofNote, ticket: deleted, appUrl: '' })).toBeNull()
})

test('says who did it, found in the history by its time', async () => {
  const { user: person } = await at.somebody('user')
  const ticket = ticketOf({
    ...claimedBy(max),
    history: [
      { at: later(4), by: null, surface: 'desk', action: 'triaged' },
      { at: later(5), by: { id: max._id, name: max.name }, surface: 'discord', action: 'claimed' },
      { at: later(6), by: null, surface: 'desk', action: 'edited' },
    ],
  })
  const notice = await ticketNoticeFor(at.desk, {
    person,
    entry: entryOf({ topic: 'status-changed' }),
    ticket,
    appUrl: '',
  })
  expect(notice?.body.map(plainParagraph)).toEqual(['Max Moe is working on it.'])
})
