import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../core/ids.ts'
import type { DeliveryHead } from '../../core/notifications/deliveries/delivery.ts'
import type { DeliveryView } from '../../core/notifications/deliveries/delivery-view.ts'
import type { Mail } from '../../core/notifications/mail/mail.ts'
import type { User } from '../../core/users/user.ts'
import type { Worker } from '../../core/workflows/worker.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { runScheduled } from '../support/run-workflows.ts'
import { later, monday, newTicketOf } from '../support/ticket-fixture.ts'

let at: DeskInProcess
let root: Known
beforeAll(async () => {
  at = await deskInProcess()
  root = await at.somebody('admin')
})
afterAll(() => at.close())

type Page = { deliveries: DeliveryView[]; next: string | null }
const listed = async (query = '') => (await root.api.get<Page>(`/api/deliveries?${query}`)).body

async function sent(head: Partial<DeliveryHead> & { _id: string }, seconds = 0) {
  const row = { channel: 'mail' as const, about: 'resolved', to: null, ticket: null, ...head }
  await at.desk.deliveries.begin({ ...row, startedAt: later(seconds) })
  await at.desk.deliveries.sent(row._id, '250 queued', later(seconds + 1))
  return row._id
}
const of = ({ _id, name }: User) => ({ to: _id, name })

describe('the list', () => {
  test('says what went to whom, when, and with which answer', async () => {
    const { user: ann } = await at.somebody('user')
    const ticket = newId()
    await sent({ _id: `${ticket}:2:0`, ...of(ann), ticket, number: 7 })
    const refused = `${ticket}:2:1`
    await at.desk.deliveries.begin({
      _id: refused,
      channel: 'discord',
      about: 'resolved',
      ...of(ann),
      ticket,
      startedAt: monday,
    })
    await at.desk.deliveries.refused(refused, 'Discord: Cannot send messages to this user (50007)', monday)
    expect((await listed(`ticket=${ticket}`)).deliveries).toMatchObject([
      { id: refused, channel: 'discord', state: 'refused', error: expect.stringContaining('50007') },
      {
        id: `${ticket}:2:0`,
        about: 'resolved',
        state: 'sent',
        to: { id: ann._id, name: ann.name },
        ticket: { id: ticket, number: 7 },
        providerId: '250 queued',
        startedAt: monday.toISOString(),
      },
    ])
  })

  test('is filtered, and goes on where a page ended, also among those of one moment', async () => {
    const { user: bob } = await at.somebody('user')
    const ids: string[] = []
    for (let number = 0; number < 7; number++)
      ids.push(
        await sent(
          { _id: `${newId()}:1:0`, ...of(bob), channel: number % 2 ? 'slack' : 'mail' },
          60 + (number >> 2),
        ),
      )
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: Page = await listed(`person=${bob._id}&limit=2${next ? `&after=${next}` : ''}`)
      seen.push(...page.deliveries.map(({ id }) => id))
      next = page.next
    }
    expect(seen.toSorted()).toEqual(ids.toSorted())
    expect((await listed(`person=${bob._id}&channel=slack`)).deliveries).toHaveLength(3)
    expect((await listed(`person=${bob._id}&state=refused`)).deliveries).toHaveLength(0)
  })

  test.each(['person=me', 'channel=fax', 'state=lost', 'limit=1000', 'after=x', 'ticket[$ne]=1'])(
    'refuses ?%s',
    async (query) => expect((await root.api.get(`/api/deliveries?${query}`)).status).toBe(400),
  )
})

describe('sending again', () => {
  async function told() {
    const { user } = await at.somebody('user')
    const { ticket } = await at.desk.tickets.insert(
      newTicketOf({
        _id: newId(),
        number: await at.desk.nextNumber(),
        requester: { id: user._id, name: user.name },
      }),
    )
    const id = await sent({
      _id: `${ticket._id}:3:1`,
      ...of(user),
      about: 'status-changed',
      ticket: ticket._id,
    })
    return { user, id }
  }

  test('is a delivery of its own, sent by background work, and in the audit log', async () => {
    const { user, id } = await told()
    const asked = await root.api.post<{ delivery: DeliveryView }>(`/api/deliveries/${id}/resend`)
    expect(asked.status).toBe(202)
    const again = asked.body.delivery
    expect(again).toMatchObject({ state: 'held', resendOf: id, to: { id: user._id } })
    expect(again.id).toMatch(new RegExp(`^${id}:again-[0-9a-f]{8}$`))
    const mails: Mail[] = []
    const mailer = { send: async (mail: Mail) => `250 queued as ${mails.push(mail)}` }
    const worker = { desk: at.desk, deliveries: at.desk.deliveries, mailer, appUrl: 'https://desk.example' }
    await runScheduled(worker as unknown as Worker, again.id, 'mail')
    expect(mails.map(({ messageId }) => messageId)).toEqual([
      `<${again.id.replaceAll(':', '.')}@desk.example>`,
    ])
    const rows = (await listed(`person=${user._id}`)).deliveries
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent'])
    const log = (await root.api.get<{ entries: object[] }>(`/api/audit?about=${user._id}`)).body.entries
    expect(log).toMatchObject([{ action: 'delivery-resent', note: 'mail: status-changed' }])
    const third = await root.api.post<{ delivery: DeliveryView }>(`/api/deliveries/${again.id}/resend`)
    expect(third.body.delivery.id).toMatch(new RegExp(`^${id}:again-[0-9a-f]{8}$`))
  })

  test('not while it is on its way', async () => {
    const { id } = await told()
    const { body } = await root.api.post<{ delivery: DeliveryView }>(`/api/deliveries/${id}/resend`)
    expect((await root.api.post(`/api/deliveries/${body.delivery.id}/resend`)).status).toBe(409)
  })

  test('an invitation, with a fresh link', async () => {
    const { user } = await at.somebody('user')
    const id = await sent({ _id: `${user._id}:1:0`, ...of(user), about: 'account-created' })
    expect((await root.api.post(`/api/deliveries/${id}/resend`)).status).toBe(202)
  })

  test.each<[string, Partial<DeliveryHead>, Partial<User>]>([
    ['a card', { about: 'card' }, {}],
    ['what was said at a place', { about: 'comment', to: null }, {}],
    ['a digest', { about: 'digest' }, {}],
    ['a link for a new password', { about: 'reset-password' }, {}],
    ['to somebody who is switched off', {}, { active: false }],
    ['where they are no more', { channel: 'slack' }, {}],
  ])('not %s', async (_name, head, more) => {
    const { user } = await at.somebody('user', more)
    const id = await sent({ _id: `${newId()}:1:0`, ...of(user), ...head })
    expect((await root.api.post(`/api/deliveries/${id}/resend`)).status).toBe(409)
  })
})
