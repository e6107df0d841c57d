import type { Channel } from '../outbox/entry.ts'
import { GoneAtProvider, RefusedByProvider } from '../provider-errors.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { similarOnCard } from '../triage/similar/similar-on-card.ts'
import { eventOf, events } from '../users/preferences/events.ts'
import type { User } from '../users/user.ts'
import { listCallsToAction } from './calls-to-action.ts'
import { composeMail, type MailReply } from './mail/mail.ts'
import { addressOf, mailContext, unsubscribeUrlFor } from './mail/mail-context.ts'
import { replyVisibility } from './mail/reply-visibility.ts'
import type { Sending } from './messengers/sending.ts'
import { isCallToAction, type Notice } from './notice.ts'
import type { Sender } from './sender.ts'

type Addressed = { notice: Notice; person: User; ticket: Ticket }
type Send = (sender: Sender, addressed: Addressed, sending: Sending) => Promise<string>

/** Sends a notice on one channel. @returns the provider's id for it @throws RetryLater, RefusedByProvider */
export const sendOnChannel = (
  channel: Channel,
  sender: Sender,
  addressed: Addressed,
  sending: Sending,
): Promise<string> => channels[channel](sender, addressed, sending)

/** Anyone can sign up with any address, so mails about tickets go only to addresses that their owner has confirmed. */
const sendMail: Send = async (sender, addressed, { key }) => {
  const { notice, person, ticket } = addressed
  if (!person.emailVerified) throw new RefusedByProvider('Their address is not confirmed.')
  return sender.mailer.send(
    composeMail(notice, addressOf(person), {
      ...mailContext(sender, key, events[eventOf(notice.topic)].why),
      thread: `ticket.${ticket._id}`,
      unsubscribeUrl: unsubscribeUrlFor(sender, person, notice.topic),
      reply: replyOf(sender, addressed),
    }),
  )
}

/** The address is for this person alone: forwarded to others, it is of no use to them. */
function replyOf({ desk }: Sender, { notice, person, ticket }: Addressed): MailReply | undefined {
  const visibility = replyVisibility(person, ticket, notice)
  const address = desk.replyAddresses?.sign({ ticket, user: person._id, visibility })
  if (!address) return undefined
  return { address, does: visibility === 'internal' ? 'add an internal note' : 'comment on the ticket' }
}

/** The requester gets it in the thread of their card, anyone else as a direct message. */
const sendOnSlack: Send = async (sender, addressed, sending) => {
  const { notice, person, ticket } = addressed
  const { slack } = sender
  if (!slack || !person.slack) throw new RefusedByProvider('They are not on Slack any more.')
  const card = person._id === ticket.requester.id ? ticket.surfaces.slack : undefined
  const direct = () => sendDirectOnSlack(sender, addressed, sending)
  if (!card) return direct()
  return slack.postNotice(notice, card, sending).catch((error: unknown) => {
    if (!(error instanceof GoneAtProvider)) throw error
    return direct()
  })
}

/** Whoever was asked to work on the ticket gets all that follows in the thread of that message. */
async function sendDirectOnSlack(
  { desk, slack, deliveries }: Sender,
  { notice, person, ticket }: Addressed,
  sending: Sending,
) {
  if (!slack || !person.slack) throw new RefusedByProvider('They are not on Slack any more.')
  const { slack: handle } = person
  const similar = isCallToAction(notice.topic) ? await similarOnCard(desk, ticket, person) : []
  const about = { ticket, reader: person, similar }
  const asked = isCallToAction(notice.topic) ? [] : await listCallsToAction(deliveries, ticket, 'slack')
  const thread = asked.find(({ to }) => to === person._id)?.message
  return slack.sendDirect(notice, handle, sending, { ...about, thread }).catch((error: unknown) => {
    if (!thread || !(error instanceof GoneAtProvider)) throw error
    return slack.sendDirect(notice, handle, sending, about)
  })
}

const sendOnDiscord: Send = async ({ discord }, { notice, person, ticket }, sending) => {
  if (!discord || !person.discord) throw new RefusedByProvider('They are not on Discord any more.')
  const { discord: handle } = person
  const shown = isCallToAction(notice.topic) ? ticket : undefined
  const { channel, isDirect } = ticket.surfaces.discordRequester ?? {}
  const isTheirs = person._id === ticket.requester.id && channel && !isDirect
  if (!isTheirs) return discord.sendDirect(notice, handle, sending, shown)
  return discord.postNotice(notice, channel, handle, sending).catch((error: unknown) => {
    if (!(error instanceof GoneAtProvider)) throw error
    return discord.sendDirect(notice, handle, sending)
  })
}

const channels: Record<Channel, Send> = { mail: sendMail, slack: sendOnSlack, discord: sendOnDiscord }
