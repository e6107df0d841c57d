import { describe, expect, test } from 'vitest'
import { linkCodeIn } from '../../../bot/slack/commands/link-account.ts'
import { newId } from '../../../core/ids.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { createHandleCode } from '../../../core/users/handles/link-handle.ts'
import { unlinkHandle } from '../../../core/users/handles/unlink-handle.ts'
import { emptyDatabase } from './database.ts'
import { cardOf, deskWithSlack } from './desk-with-slack.ts'

const database = emptyDatabase()
const origin = { surface: 'api' as const, address: null, agent: null }

describe('what is a code, and what is the title of a ticket', () => {
  test.each<[string, string | null]>([
    ['link K7MWQX2P9A', 'K7MWQX2P9A'],
    [' LINK  k7mwqx2p9a ', 'k7mwqx2p9a'],
    ['link', null],
    ['link is broken on the start page', null],
    ['link aggregation', null],
    ['K7MWQX2P9A', null],
    ['my link K7MWQX2P9A', null],
  ])('%j', (text, code) => expect(linkCodeIn(text)).toBe(code))
})

test('/ticket link CODE takes no other account’s handle; once unlinked it does, and the first account gets nothing there any more', async () => {
  const { slack, desk, settled } = await deskWithSlack(database(), 'socket')
  const ada = slack.as('U1')
  const { user: owner } = await desk.users.insert(
    { _id: newId(), email: 'ada.king@work.example', name: 'Ada King', emailVerified: true },
    desk.now(),
  )
  await ada.command('/ticket', 'Printer on fire')
  await (await ada.modal()).submit({ description: 'Flames' })
  const card = await cardOf(slack)
  await settled()
  const account = await desk.users.findByEmail('ada@example.com')
  if (!account) throw new Error('Slack has not told who Ada is.')

  await ada.command('/ticket', `link ${await createHandleCode(desk, owner, 'slack')}`)
  const refused = await slack.waitFor(() => ada.ephemeralMessages()[0], { what: 'the refusal' })
  expect(refused.text).toContain('belongs to another account')

  await unlinkHandle(desk, account, { id: account._id, kind: 'slack' }, origin)
  await ada.command('/ticket', `link ${await createHandleCode(desk, owner, 'slack')}`)
  const told = await slack.waitFor(() => ada.ephemeralMessages()[1], { what: 'that it is linked' })
  expect(told.text).toBe('Your Slack account is linked to Ada King on the desk.')

  const ticket = await desk.tickets.findBySlackThread(ada.dm, card.ts)
  if (!ticket) throw new Error('There is no ticket.')
  const before = slack.dmOf('U1').length
  await addComment(
    desk,
    { ...owner, role: 'admin' },
    {
      ticket: ticket._id,
      surface: 'api',
      key: newId(),
      input: { body: 'Is it out?', visibility: 'public' },
    },
  )
  await settled()
  expect(slack.dmOf('U1').length, 'who has unlinked Slack hears nothing more there').toBe(before)
})
