import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import type { Mail } from '../../../../core/notifications/mail/mail.ts'
import { identifySlackUser, slackUser } from '../../../../core/users/handles/slack-user.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import { mailAboutAccount, mailAboutTicket } from '../../../support/run-workflows.ts'
import { max, newTicketOf } from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const password = 'correct horse battery'
const nasty = '[Verify now](https://evil.example)'

function worker() {
  const mails: Mail[] = []
  const send = async (mail: Mail) => String(mails.push(mail))
  const sender = {
    ...{ desk: at.desk, deliveries: at.desk.deliveries, mailer: { send } },
    ...{ slack: null, discord: null, gemini: null, appUrl: 'https://desk.example' },
  }
  return { sender: sender as never, mails }
}

async function mailsTo(email: string) {
  const { sender, mails } = worker()
  await mailAboutAccount(sender, (await at.desk.users.findByEmail(email))?._id ?? '')
  return mails
}

describe('a mail to an address that its owner has not confirmed', () => {
  test('repeats nothing of a sign-up', async () => {
    const email = 'victim@example.com'
    await at.anonymous.post('/api/auth/signup', { email, name: nasty, password })
    const [mail, ...more] = await mailsTo(email)
    expect(more).toEqual([])
    expect(mail?.to).toEqual({ name: '', address: email })
    expect(JSON.stringify(mail)).not.toMatch(/evil|Verify now/)
  })

  test('repeats nothing of an invitation', async () => {
    const { api } = await at.somebody('admin')
    await api.post('/api/auth/invite', { email: 'guest@example.com', name: nasty, role: 'user' })
    const [mail] = await mailsTo('guest@example.com')
    expect(mail?.text).toContain('Hello, you now have an account')
    expect(JSON.stringify(mail)).not.toMatch(/evil|Verify now/)
  })

  test('is never about a ticket', async () => {
    const email = 'watched@example.com'
    await at.anonymous.post('/api/auth/signup', { email, name: 'Vic', password })
    const watcher = await at.desk.users.findByEmail(email)
    const effects = [{ queue: 'mail', kind: 'notify', to: watcher?._id ?? '', topic: 'taken-over' } as const]
    const number = await at.desk.nextNumber()
    const { ticket } = await at.desk.tickets.insert(
      newTicketOf({ _id: newId(), number, title: nasty, effects }),
    )
    const { sender, mails } = worker()
    await mailAboutTicket(sender, ticket._id)
    expect(mails).toEqual([])
    expect(await at.desk.deliveries.list({ person: watcher?._id, limit: 5 })).toMatchObject([
      { state: 'refused', error: 'Their address is not confirmed.' },
    ])
  })
})

test('somebody from Slack is called by the name of their profile, on one line', async () => {
  const { _id } = await slackUser(at.desk, { team: 'T1', user: 'U77' }, 'kim')
  await identifySlackUser(at.desk, _id, { email: 'kim@example.com', name: `Kim\n\u202e${max.name}` })
  expect(await at.desk.users.find(_id)).toMatchObject({ name: `Kim ${max.name}` })
  expect((await mailsTo('kim@example.com'))[0]?.text).toContain(`Hello Kim ${max.name},`)
})
