import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import type { Mail } from '../../../core/notifications/mail/mail.ts'
import type { Notice } from '../../../core/notifications/notice.ts'
import type { NotifyEntry } from '../../../core/outbox/entry.ts'
import { RefusedByProvider, RetryLater, RetryRecipientLater } from '../../../core/provider-errors.ts'
import { plainOf } from '../../../core/text/sentence.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { wait } from '../../../core/tickets/actions/wait.ts'
import {
  defaultPreferences,
  type Preferences,
  weekdays,
} from '../../../core/users/preferences/preferences.ts'
import type { User } from '../../../core/users/user.ts'
import type { Worker } from '../../../core/workflows/worker.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import {
  deliverTicketToDiscord,
  deliverTicketToSlack,
  mailAboutTicket,
  runScheduled,
} from '../../support/run-workflows.ts'
import { ann, claimedBy, newTicketOf } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
let now: Date
beforeAll(async () => {
  at = await deskInProcess({ now: () => now })
})
afterAll(() => at.close())
beforeEach(async () => {
  now = new Date('2026-03-02T23:00:00Z')
  await at.database.scheduledNotifications.deleteMany({})
})

/** What went out where, and what the providers answer. */
type Answers = { mail?: Error; discord?: Error; slack?: Error; mailOf?: Record<string, Error> }
function worldOf(answers: Answers = {}) {
  const mails: Mail[] = []
  const chats: string[] = []
  const say = (where: 'discord' | 'slack', subject: string) => {
    if (answers[where]) throw answers[where]
    chats.push(`${where}: ${subject}`)
    return Promise.resolve('message-1')
  }
  const worker = {
    desk: at.desk,
    deliveries: at.desk.deliveries,
    mailer: {
      send: async (mail: Mail) => {
        const error = answers.mail ?? answers.mailOf?.[mail.to.address]
        if (error) throw error
        mails.push(mail)
        return '250 queued'
      },
    },
    slack: {
      sendDirect: async ({ subject }: Notice) => say('slack', plainOf(subject)),
      postNotice: async ({ subject }: Notice) => say('slack', `in the thread: ${plainOf(subject)}`),
    },
    discord: { sendDirect: async ({ subject }: Notice) => say('discord', plainOf(subject)) },
    gemini: null,
    appUrl: 'https://desk.example',
  } as unknown as Worker
  return { worker, mails, chats }
}
const slackOf = (worker: Worker) => worker as Worker & { slack: NonNullable<Worker['slack']> }
const discordOf = (worker: Worker) => worker as Worker & { discord: NonNullable<Worker['discord']> }

let lastAccount = 200_000_000_000_001_000n
const everywhere = () => ({
  discord: String(++lastAccount),
  slack: { team: 'T1', user: `U${lastAccount}` },
})
const quietHours = { from: '22:00', to: '07:00', days: [...weekdays] }
const prefer = (more: Partial<Preferences>) => ({ notifications: { ...defaultPreferences, ...more } })

/** A ticket of theirs that is claimed, with this notification pending. */
async function owing(user: User, effects: Partial<NotifyEntry>[], more: object = {}) {
  const person = { id: user._id, name: user.name }
  const entry = { kind: 'notify' as const, to: user._id, topic: 'status-changed' as const }
  const { ticket } = await at.desk.tickets.insert(
    newTicketOf({
      _id: newId(),
      number: await at.desk.nextNumber(),
      requester: person,
      ...claimedBy(ann),
      effects: effects.map((one) => ({ ...entry, queue: 'mail' as const, ...one })),
      createdAt: now,
      ...more,
    }),
  )
  return ticket._id
}

const rowsOf = async (user: User) =>
  (await at.desk.deliveries.list({ person: user._id, limit: 100 })).toReversed()
const scheduledDue = async () => (await at.desk.scheduledNotifications.outbox.due(now)).map(({ _id }) => _id)

async function runDue(worker: Worker, queue: 'mail' | 'slack' | 'discord' = 'mail') {
  for (const id of await scheduledDue()) await runScheduled(worker, id, queue)
}

describe('quiet hours', () => {
  test('hold a mail until they are over, over restarts too', async () => {
    const { user } = await at.somebody('user', prefer({ quietHours }))
    const { worker, mails } = worldOf()
    await mailAboutTicket(worker, await owing(user, [{}]))
    expect(mails).toEqual([])
    const until = new Date('2026-03-03T07:00:00Z')
    expect(await rowsOf(user)).toMatchObject([{ state: 'held', until, about: 'status-changed' }])
    // a start makes everything pending due, but not what is held
    await at.desk.scheduledNotifications.outbox.makeAllDue(now)
    expect(await scheduledDue()).toEqual([])
    now = until
    await runDue(worker)
    expect(mails).toHaveLength(1)
    expect(await rowsOf(user)).toMatchObject([{ state: 'sent', providerId: '250 queued', until: null }])
    expect(await at.database.scheduledNotifications.countDocuments()).toBe(0)
  })

  test('a step that runs again holds it once', async () => {
    const { user } = await at.somebody('user', prefer({ quietHours }))
    const { worker, mails } = worldOf()
    const ticket = await owing(user, [{}])
    const pending = (await at.desk.tickets.find(ticket))?.outbox
    await mailAboutTicket(worker, ticket)
    await at.database.tickets.collection.updateOne({ _id: ticket as never }, {
      $set: { outbox: pending },
    } as never)
    await mailAboutTicket(worker, ticket)
    now = new Date('2026-03-03T07:00:00Z')
    await runDue(worker)
    await runDue(worker)
    expect(mails).toHaveLength(1)
  })

  test('what is outdated by the morning is dropped, and the log says so', async () => {
    const { user } = await at.somebody('user', prefer({ quietHours }))
    const { worker, mails } = worldOf()
    await mailAboutTicket(worker, await owing(user, [{ topic: 'waiting' }]))
    now = new Date('2026-03-03T07:00:00Z')
    await runDue(worker)
    expect(mails).toEqual([])
    expect(await rowsOf(user)).toMatchObject([
      { state: 'dropped', error: 'Outdated before it could be sent.' },
    ])
  })

  test('what was turned off meanwhile is dropped, too', async () => {
    const { user } = await at.somebody('user', prefer({ quietHours }))
    const { worker, mails } = worldOf()
    await mailAboutTicket(worker, await owing(user, [{}]))
    const { notifications } = prefer({ matrix: { 'status-changed': { mail: false } } })
    await at.desk.users.apply(user, { set: { notifications } }, now)
    now = new Date('2026-03-03T07:00:00Z')
    await runDue(worker)
    expect(mails).toEqual([])
  })
})

describe('a digest', () => {
  const digest = { on: true, at: '08:00' }

  test('is one mail with all that came since, grouped by ticket', async () => {
    const { user } = await at.somebody('user', prefer({ digest }))
    const { worker, mails } = worldOf()
    await mailAboutTicket(worker, await owing(user, [{}, { topic: 'taken-over' }]))
    await mailAboutTicket(worker, await owing(user, [{}, { topic: 'waiting' }]))
    expect(mails).toEqual([])
    now = new Date('2026-03-03T08:00:00Z')
    await runDue(worker)
    expect(mails).toMatchObject([{ subject: 'Your digest: 3 messages on 2 tickets' }])
    expect(mails[0]?.text).toMatch(/^#\d+ Printer on fire\n.*\n- Mon 23:00 New status: In progress/m)
    expect(mails[0]?.headers).toHaveProperty('List-Unsubscribe')
    const states = (await rowsOf(user)).map(({ about, state }) => `${about} ${state}`).toSorted()
    expect(states).toEqual([
      'digest sent',
      'status-changed sent',
      'status-changed sent',
      'taken-over sent',
      'waiting dropped',
    ])
    expect(await at.database.scheduledNotifications.countDocuments()).toBe(0)
  })

  test('of more than fifty messages comes in parts, and loses none', async () => {
    const { user } = await at.somebody('user', prefer({ digest }))
    const { worker, mails } = worldOf()
    await mailAboutTicket(
      worker,
      await owing(
        user,
        Array.from({ length: 53 }, () => ({})),
      ),
    )
    now = new Date('2026-03-03T08:00:00Z')
    await runDue(worker)
    expect(mails.map(({ subject }) => subject).toSorted()).toEqual([
      'Your digest: 3 messages on 1 ticket',
      'Your digest: 50 messages on 1 ticket',
    ])
  })

  test('that is being sent takes nothing more: what follows goes out after it', async () => {
    const { user } = await at.somebody('user', prefer({ digest }))
    const { worker, mails } = worldOf()
    await mailAboutTicket(worker, await owing(user, [{}]))
    // released by a process whose clock is ahead
    const [one] = await at.desk.scheduledNotifications.outbox.due(new Date('2026-03-03T08:00:00Z'))
    await mailAboutTicket(worker, await owing(user, [{}]))
    await runScheduled(worker, one?._id ?? '', 'mail')
    now = new Date('2026-03-03T08:00:01Z')
    await runDue(worker)
    expect(mails).toHaveLength(2)
    expect((await rowsOf(user)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent'])
  })
})

describe('a channel that refuses for good', () => {
  const refusal = new RefusedByProvider('Discord: Cannot send messages to this user (50007)')
  const discordOnly = { matrix: { 'status-changed': { mail: false, slack: false } } }

  test('is replaced by another one, once, and the log says so', async () => {
    const { user } = await at.somebody('user', { ...everywhere(), ...prefer(discordOnly) })
    const { worker, mails } = worldOf({ discord: refusal })
    await deliverTicketToDiscord(discordOf(worker), await owing(user, [{ queue: 'discord' }]))
    await runDue(worker)
    expect(mails).toHaveLength(1)
    const [first, second] = await rowsOf(user)
    expect(first).toMatchObject({ channel: 'discord', state: 'refused', fallbackTo: 'mail' })
    expect(second).toMatchObject({ channel: 'mail', state: 'sent', fallbackFor: first?._id })
  })

  test('is not replaced when the person has turned fallbacks off', async () => {
    const { user } = await at.somebody('user', {
      ...everywhere(),
      ...prefer({ ...discordOnly, fallback: false }),
    })
    const { worker } = worldOf({ discord: refusal })
    await deliverTicketToDiscord(discordOf(worker), await owing(user, [{ queue: 'discord' }]))
    expect(await at.database.scheduledNotifications.countDocuments()).toBe(0)
  })

  test('is not replaced when another chosen channel delivers anyway', async () => {
    const { user } = await at.somebody('user', everywhere())
    const { worker } = worldOf({ discord: refusal })
    await deliverTicketToDiscord(discordOf(worker), await owing(user, [{ queue: 'discord' }]))
    expect(await at.database.scheduledNotifications.countDocuments()).toBe(0)
  })

  const noMailbox = new RefusedByProvider('550 no such mailbox')
  const inTurn = async (user: User) =>
    (await rowsOf(user)).map(({ channel, state, fallbackTo }) => [channel, state, fallbackTo])

  test('is replaced by a third one when the second refuses, too', async () => {
    const { user } = await at.somebody('user', { ...everywhere(), ...prefer(discordOnly) })
    const { worker, chats } = worldOf({ discord: refusal, mail: noMailbox })
    await deliverTicketToDiscord(discordOf(worker), await owing(user, [{ queue: 'discord' }]))
    await runDue(worker)
    await runDue(worker, 'slack')
    expect(chats).toEqual([expect.stringMatching(/^slack: In progress/)])
    expect(await inTurn(user)).toEqual([
      ['discord', 'refused', 'mail'],
      ['mail', 'refused', 'slack'],
      ['slack', 'sent', undefined],
    ])
  })

  test.each([
    ['one after the other', false],
    ['at the same time', true],
  ])('is replaced once by a third when both chosen ones refuse, %s', async (_, together) => {
    const withoutMail = { matrix: { 'status-changed': { mail: false, slack: true, discord: true } } }
    const { user } = await at.somebody('user', { ...everywhere(), ...prefer(withoutMail) })
    const { worker, mails } = worldOf({ discord: refusal, slack: new RefusedByProvider('account_inactive') })
    const ticket = await owing(user, [{ queue: 'discord' }, { queue: 'slack' }])
    const ways = [
      () => deliverTicketToDiscord(discordOf(worker), ticket),
      () => deliverTicketToSlack(slackOf(worker), ticket),
    ]
    if (together) await Promise.all(ways.map((way) => way()))
    else for (const way of ways) await way()
    await runDue(worker)
    expect(mails).toHaveLength(1)
    expect((await inTurn(user)).map(([channel, state]) => `${channel} ${state}`).toSorted()).toEqual([
      'discord refused',
      'mail sent',
      'slack refused',
    ])
  })

  test('ends the notification once each channel has refused', async () => {
    const { user } = await at.somebody('user', { ...everywhere(), ...prefer(discordOnly) })
    const gone = new RefusedByProvider('Slack: account_inactive')
    const { worker } = worldOf({ discord: refusal, mail: noMailbox, slack: gone })
    await deliverTicketToDiscord(discordOf(worker), await owing(user, [{ queue: 'discord' }]))
    await runDue(worker)
    await runDue(worker, 'slack')
    expect(await at.database.scheduledNotifications.countDocuments()).toBe(0)
    expect((await inTurn(user)).map(([channel, state]) => `${channel} ${state}`)).toEqual([
      'discord refused',
      'mail refused',
      'slack refused',
    ])
  })

  test('is not replaced for a temporary failure, which is retried', async () => {
    const { user } = await at.somebody('user', { ...everywhere(), ...prefer(discordOnly) })
    const { worker } = worldOf({ discord: new RetryLater('Discord answers 500', 1_000) })
    const ticket = await owing(user, [{ queue: 'discord' }])
    await expect(deliverTicketToDiscord(discordOf(worker), ticket)).rejects.toBeInstanceOf(RetryLater)
    expect(await rowsOf(user)).toMatchObject([{ state: 'sending', error: 'Discord answers 500' }])
    expect(await at.database.scheduledNotifications.countDocuments()).toBe(0)
  })
})

describe('of several recipients of one ticket', () => {
  test.each([
    ['one who refuses for good', new RefusedByProvider('Message failed: 554 no')],
    ['one whose mailbox is full', new RetryRecipientLater('Mail: 452 mailbox full', 3_000)],
  ])('%s holds up no other', async (_, error) => {
    const [{ user: first }, { user: second }] = [await at.somebody('user'), await at.somebody('user')]
    const { worker, mails } = worldOf({ mailOf: { [first.email ?? '']: error } })
    const ticket = await owing(first, [{}, { to: second._id, topic: 'taken-over' }])
    await mailAboutTicket(worker, ticket)
    expect(mails.map(({ to }) => to.address)).toEqual([second.email])
    expect((await at.desk.tickets.find(ticket))?.outbox).toEqual([])
  })

  test('one who can’t be reached for now is notified later, once', async () => {
    const { user } = await at.somebody('user')
    const answers: Answers = { mailOf: { [user.email ?? '']: new RetryRecipientLater('Mail: 450', 3_000) } }
    const { worker, mails } = worldOf(answers)
    await mailAboutTicket(worker, await owing(user, [{}]))
    expect(await scheduledDue()).toEqual([])
    now = new Date(now.getTime() + 3_000)
    await expect(runDue(worker)).rejects.toBeInstanceOf(RetryRecipientLater)
    answers.mailOf = {}
    now = new Date(now.getTime() + 60 * 60_000)
    await runDue(worker)
    await runDue(worker)
    expect(mails).toHaveLength(1)
    expect(await rowsOf(user)).toMatchObject([{ state: 'sent', error: null }])
    expect(await at.database.scheduledNotifications.countDocuments()).toBe(0)
  })
})

test('all mails about a ticket have one subject and one thread, whatever happened and however it is called', async () => {
  const { user } = await at.somebody('user')
  const { worker, mails } = worldOf()
  const rename = { field: 'title', from: 'Printer smokes', to: 'Printer on fire' }
  const by = { id: ann._id, name: ann.name }
  const history = [{ at: now, by, surface: 'web', action: 'edited', changes: [rename] }]
  const ticket = await owing(
    user,
    [{ topic: 'assigned' }, { topic: 'taken-over' }, { topic: 'waiting' }, { topic: 'resolved' }],
    { history },
  )
  await mailAboutTicket(worker, ticket)
  const number = (await at.desk.tickets.find(ticket))?.number
  expect(mails).toHaveLength(4)
  expect(new Set(mails.map(({ subject }) => subject))).toEqual(new Set([`#${number} Printer smokes`]))
  expect(new Set(mails.map(({ references }) => references)).size).toBe(1)
  for (const { text } of mails) expect(text).toMatch(new RegExp(`^[^\\n]+: #${number} Printer on fire\\n`))
})

describe('on Slack', () => {
  const card = { surfaces: { slack: { channel: 'D1', ts: '1.2' } } }

  test('the requester is told in the thread of their card', async () => {
    const { user } = await at.somebody('user', everywhere())
    const { worker, chats } = worldOf()
    await deliverTicketToSlack(slackOf(worker), await owing(user, [{ queue: 'slack' }], card))
    expect(chats).toEqual([expect.stringMatching(/^slack: in the thread: In progress/)])
  })

  test('anybody else in a direct message', async () => {
    const { user } = await at.somebody('moderator', everywhere())
    const { worker, chats } = worldOf()
    const requester = { id: ann._id, name: ann.name }
    await deliverTicketToSlack(
      slackOf(worker),
      await owing(user, [{ queue: 'slack' }], { ...card, requester }),
    )
    expect(chats).toEqual([expect.stringMatching(/^slack: In progress/)])
  })

  test('people without a Slack account get nothing', async () => {
    const { user } = await at.somebody('moderator')
    const { worker, chats } = worldOf()
    await deliverTicketToSlack(slackOf(worker), await owing(user, [{ queue: 'slack' }], card))
    expect(chats).toEqual([])
    expect(await rowsOf(user)).toEqual([])
  })
})

test('a ticket that waits for its requester notifies them by mail, threaded, which they can turn off', async () => {
  const { user } = await at.somebody('user')
  const { user: root } = await at.somebody('admin')
  const { worker, mails } = worldOf()
  const ticket = await owing(user, [])
  await perform(at.desk, root, wait, { id: ticket, surface: 'web', input: {} })
  await mailAboutTicket(worker, ticket)
  expect(mails).toMatchObject([
    {
      references: `<ticket.${ticket}@desk.example>`,
      messageId: expect.stringMatching(new RegExp(`^<${ticket}\\.2\\.\\d@desk\\.example>$`)),
    },
  ])
  const url = mails[0]?.headers?.['List-Unsubscribe']?.slice(1, -1) ?? ''
  expect(at.desk.unsubscribeTokens.read(url.split('/').at(-1) ?? '')).toEqual({
    user: user._id,
    from: 'waiting',
  })
})

describe('several notifications about one ticket', () => {
  const flips = (count: number): Partial<NotifyEntry>[] => Array.from({ length: count }, () => ({}))

  test('go out one by one at first, and then as one', async () => {
    const { user } = await at.somebody('user')
    const { worker, mails } = worldOf()
    const ticket = await owing(user, flips(100))
    await mailAboutTicket(worker, ticket)
    expect(mails).toHaveLength(3)
    now = new Date(now.getTime() + 5 * 60_000)
    await runDue(worker)
    expect(mails).toHaveLength(4)
    expect(mails[3]?.text).toContain('49 more updates before this one')
    for (let minutes = 0; minutes < 30; minutes++) {
      now = new Date(now.getTime() + 60_000)
      await runDue(worker)
    }
    expect(mails).toHaveLength(5)
    expect((await rowsOf(user)).filter(({ state }) => state === 'held')).toEqual([])
    expect(await at.database.scheduledNotifications.countDocuments()).toBe(0)
  })

  test('hold up neither another ticket, another person nor another kind of news', async () => {
    const [one, other] = [(await at.somebody('user')).user, (await at.somebody('user')).user]
    const { worker, mails } = worldOf()
    await mailAboutTicket(worker, await owing(one, [...flips(9), { to: other._id }, { topic: 'assigned' }]))
    await mailAboutTicket(worker, await owing(one, flips(1)))
    expect(mails.map(({ to }) => to).filter(({ address }) => address === other.email)).toHaveLength(1)
    expect(mails.filter(({ text }) => text.startsWith('Assigned'))).toHaveLength(1)
    expect(mails).toHaveLength(3 + 1 + 1 + 1)
  })

  test('that are outdated by then are dropped', async () => {
    const { user } = await at.somebody('user')
    const { worker, mails } = worldOf()
    const ticket = await owing(user, flips(6))
    await mailAboutTicket(worker, ticket)
    await at.database.tickets.updateOne({ _id: ticket }, { $set: { deleted: true } })
    now = new Date(now.getTime() + 5 * 60_000)
    await runDue(worker)
    expect(mails).toHaveLength(3)
    expect((await rowsOf(user)).filter(({ state }) => state === 'dropped')).toHaveLength(3)
  })

  test('are held once when a step runs again', async () => {
    const { user } = await at.somebody('user')
    const { worker, mails } = worldOf()
    const ticket = await owing(user, flips(5))
    const pending = (await at.desk.tickets.find(ticket))?.outbox
    await mailAboutTicket(worker, ticket)
    await at.database.tickets.collection.updateOne({ _id: ticket as never }, {
      $set: { outbox: pending },
    } as never)
    await mailAboutTicket(worker, ticket)
    now = new Date(now.getTime() + 5 * 60_000)
    await runDue(worker)
    expect(mails).toHaveLength(4)
    expect(mails[3]?.text).toContain('1 more update before this one')
  })
})

describe('tickets that somebody is given at once', () => {
  /** Three tickets of theirs, each with this notification pending, on every channel. */
  async function given(user: User, priorities: ('high' | 'low')[]) {
    const mine = { id: user._id, name: user.name }
    const channels = ['mail', 'slack', 'discord'] as const
    const effects = channels.map((queue) => ({ queue, topic: 'assigned' as const, together: true }))
    const ids: string[] = []
    for (const priority of priorities)
      ids.push(await owing(user, effects, { ...claimedBy(ann), assignee: mine, priority, requester: nobody }))
    return ids
  }
  const nobody = { id: newId(), name: 'Cy' }
  async function deliverAll(worker: Worker, ids: string[]) {
    for (const id of ids) {
      await mailAboutTicket(worker, id)
      await deliverTicketToSlack(slackOf(worker), id)
      await deliverTicketToDiscord(discordOf(worker), id)
    }
  }
  const runAllDue = async (worker: Worker) => {
    for (const queue of ['mail', 'slack', 'discord'] as const) await runDue(worker, queue)
  }

  test('are one message on each channel, without those that others have taken', async () => {
    const { user } = await at.somebody('moderator', everywhere())
    const { worker, mails, chats } = worldOf()
    const ids = await given(user, ['high', 'low', 'low'])
    await deliverAll(worker, ids)
    expect([...mails, ...chats]).toEqual([])
    await at.database.tickets.updateOne({ _id: ids[2] }, { assignee: { id: newId(), name: 'Bo' } })
    now = new Date(now.getTime() + 60_000)
    await runAllDue(worker)
    await runAllDue(worker)
    expect(chats.toSorted()).toEqual([
      'discord: Assigned to you: 2 more tickets',
      'slack: Assigned to you: 2 more tickets',
    ])
    expect(mails.map(({ subject }) => subject)).toEqual(['Assigned to you: 2 more tickets'])
    expect(mails[0]?.text).toMatch(/#\d+ Printer on fire \(high\)\s+#\d+ Printer on fire \(low\)/)
    const states = Object.groupBy(await rowsOf(user), ({ state }) => state)
    expect(states.held).toBeUndefined()
    expect(states.dropped).toHaveLength(3)
  })

  test('wait for the end of quiet hours, and are one message then', async () => {
    const { user } = await at.somebody('moderator', { ...everywhere(), ...prefer({ quietHours }) })
    const { worker, mails, chats } = worldOf()
    await deliverAll(worker, await given(user, ['low', 'low']))
    now = new Date('2026-03-03T06:59:00Z')
    await runAllDue(worker)
    expect([...mails, ...chats]).toEqual([])
    now = new Date('2026-03-03T07:00:00Z')
    await runAllDue(worker)
    expect([mails.length, chats.length]).toEqual([1, 2])
  })
})
