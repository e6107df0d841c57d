import { cellOf } from '../notifications/channels-for.ts'
import { deliverOnce } from '../notifications/deliver-once.ts'
import { type AccountTopic, eventOf, events, isAccountTopic } from '../notifications/events.ts'
import { composeMail, type MailPlace } from '../notifications/mail.ts'
import { accountNotice } from '../notifications/notice.ts'
import { preferencesOf } from '../notifications/preferences.ts'
import type { ScheduledNotification } from '../notifications/scheduled-notification.ts'
import type { Unsubscribable } from '../notifications/unsubscribe-token.ts'
import type { OutboxEntry, Topic } from '../outbox/entry.ts'
import type { User } from '../users/user.ts'
import { drainQueue } from './drain-queue.ts'
import { tellPerson } from './tell-person.ts'
import { originOf, type Telling } from './telling.ts'
import type { Worker } from './worker.ts'

/** Sends the mails that a ticket owes. */
export const mailAboutTicket = (worker: Worker, id: string) =>
  drainQueue(worker.desk.tickets, id, 'mail', async (owed) => {
    const ticket = await worker.desk.tickets.find(id)
    const person = owed.to ? await worker.desk.users.find(owed.to) : null
    if (ticket && person) await tellByMail(worker, { owed, ticket, person })
    return undefined
  })

export const tellByMail = (worker: Worker, telling: Omit<Telling, 'channel'>) =>
  tellPerson(worker, { ...telling, channel: 'mail' }, (notice, { key }) => {
    const { person, ticket } = telling
    const place = {
      ...placeOf(worker, key, events[eventOf(notice.topic)].why),
      thread: `ticket.${ticket._id}`,
      unsubscribeUrl: unsubscribeUrlFor(worker, person, notice.topic),
    }
    return worker.mailer.send(composeMail(notice, addressOf(person), place))
  })

/** Where mails come from and what all of them say at their end. */
export const placeOf = ({ appUrl }: Pick<Worker, 'appUrl'>, key: string, why: string): MailPlace => ({
  key,
  domain: new URL(appUrl).hostname,
  why,
  settingsUrl: `${appUrl}/profile`,
})

export const addressOf = ({ email, name }: Pick<User, 'email' | 'name'>) => ({ email: email ?? '', name })

export const unsubscribeUrl = ({ desk, appUrl }: Worker, user: string, from: Unsubscribable) =>
  `${appUrl}/unsubscribe/${desk.unsubscribeTokens.sign({ user, from })}`

/** None for what can't be turned off. */
function unsubscribeUrlFor(worker: Worker, person: User, topic: Topic) {
  const event = eventOf(topic)
  const { locked } = cellOf(event, 'mail', preferencesOf(person), person)
  return locked ? undefined : unsubscribeUrl(worker, person._id, event)
}

/** Sends the mails that an account owes. */
export const mailAboutAccount = (worker: Worker, id: string) =>
  drainQueue(worker.desk.users, id, 'mail', async (owed) => {
    const person = await worker.desk.users.find(id)
    if (person) await mailOfAccount(worker, owed, person)
    return undefined
  })

/** A link's secret is made as its mail is: it is stored nowhere. */
export async function mailOfAccount(
  worker: Worker,
  owed: OutboxEntry,
  person: User,
  scheduled?: ScheduledNotification,
) {
  const { about } = owed
  if (!person.email || !person.active || !about || !isAccountTopic(about)) return
  const { name } = person
  const row = {
    _id: owed.id,
    channel: 'mail' as const,
    about,
    to: person._id,
    name,
    ticket: null,
    ...originOf(scheduled),
  }
  await deliverOnce({ deliveries: worker.deliveries, now: worker.desk.now }, row, async ({ key }) => {
    const token = await tokenFor(worker, about, owed, person)
    const notice = accountNotice(about, { name, appUrl: worker.appUrl, token })
    return worker.mailer.send(
      composeMail(notice, addressOf(person), placeOf(worker, key, events.account.why)),
    )
  })
}

const tokenFor = ({ desk }: Worker, about: AccountTopic, { pending }: OutboxEntry, person: User) => {
  if (about === 'address-known') return Promise.resolve('')
  if (about === 'reset-password') return desk.links.create('reset', { user: person._id })
  return about === 'confirm-address'
    ? desk.links.create('confirm', { user: person._id, ...(pending ? { pending } : {}) })
    : desk.links.create('invite', { user: person._id })
}
