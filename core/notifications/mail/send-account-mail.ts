import type { AccountMailEntry } from '../../outbox/entry.ts'
import type { AccountTopic } from '../../outbox/topics.ts'
import { events } from '../../users/preferences/events.ts'
import type { User } from '../../users/user.ts'
import { accountNotice } from '../account-notice.ts'
import { deliverOnce } from '../deliveries/deliver-once.ts'
import { originOf } from '../deliveries/delivery-row.ts'
import type { ScheduledNotification } from '../scheduled/scheduled-notification.ts'
import type { Sender } from '../sender.ts'
import { composeMail } from './mail.ts'
import { addressOf, mailContext } from './mail-context.ts'

/**
 * Sends a mail about an account. The secret of its link is created here and stored only as a hash.
 * @returns the outcome, for the run's output
 */
export async function sendAccountMail(
  sender: Sender,
  entry: AccountMailEntry,
  person: User,
  scheduled?: ScheduledNotification,
): Promise<string> {
  const { topic } = entry
  if (!person.email || !person.active) return `${topic}: nobody to tell`
  const { name } = person
  const called = nameFor(topic, person)
  const row = {
    _id: entry.id,
    channel: 'mail' as const,
    about: topic,
    to: person._id,
    name,
    ticket: null,
    ...originOf(scheduled),
  }
  const place = { deliveries: sender.deliveries, now: sender.desk.now }
  const sent = await deliverOnce(place, row, async ({ key }) => {
    const token = await tokenFor(sender, entry, person)
    const notice = accountNotice(topic, { name: called, appUrl: sender.appUrl, token })
    return sender.mailer.send(
      composeMail(
        notice,
        { ...addressOf(person), name: called },
        mailContext(sender, key, events.account.why),
      ),
    )
  })
  return `${topic}: ${sent === null ? 'refused' : 'sent'}`
}

/**
 * The name to call somebody by. It is empty for an address that its owner has not confirmed to the desk yet: whoever signed
 * up or invited them chose the name. A name from their own Slack profile is theirs.
 */
const nameFor = (topic: AccountTopic, { name, slack, emailVerified }: User) =>
  topic === 'confirm-address' || !emailVerified || (topic === 'account-created' && !slack) ? '' : name

function tokenFor({ desk }: Sender, { topic, pending, next }: AccountMailEntry, { _id: user }: User) {
  switch (topic) {
    case 'second-factor-on':
    case 'second-factor-off':
    case 'second-factor-reset':
    case 'recovery-code-used':
      return ''
    case 'address-known':
    case 'sign-in':
      return desk.links.create('sign-in', { user, ...(next ? { next } : {}) })
    case 'reset-password':
      return desk.links.create('reset', { user })
    case 'confirm-address':
      return desk.links.create('confirm', { user, ...(pending ? { pending } : {}) })
    case 'account-created':
      return desk.links.create('invite', { user })
  }
}
