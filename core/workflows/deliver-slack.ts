import { deliverOnce } from '../notifications/deliver-once.ts'
import type { SlackMessenger, SlackPlace } from '../notifications/messengers.ts'
import { RefusedByProvider } from '../notifications/provider-errors.ts'
import { ticketNoticeFor } from '../notifications/ticket-notice-for.ts'
import type { Owed } from '../outbox/owed.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { identifySlackUser } from '../users/slack-user.ts'
import { clearLane } from './clear-lane.ts'
import type { Worker } from './worker.ts'

type SlackWorker = Worker & { slack: SlackMessenger }

/** Brings Slack up to date with a ticket: its card, then what was said, in order. */
export const deliverTicketToSlack = (worker: SlackWorker, id: string) =>
  clearLane(worker.desk.tickets, id, 'slack', async (owed) => {
    const ticket = await worker.desk.tickets.find(id)
    if (!ticket) return undefined
    if (owed.kind === 'card') return showCard(worker, ticket)
    const card = ticket.surfaces.slack
    if (!card) return undefined
    if (owed.kind === 'comment') await showComment(worker, card, owed)
    else if (owed.kind === 'notify') await tell(worker, ticket, card, owed)
    return undefined
  })

async function showCard({ slack, desk, ...worker }: SlackWorker, ticket: Ticket) {
  const place = ticket.surfaces.slack
  if (place) {
    await slack.updateCard(ticket, place).catch(ignoreRefusal)
    return undefined
  }
  const requester = await desk.users.find(ticket.requester.id)
  const handle = requester?.slack
  if (!handle) return undefined
  const posted = await deliverOnce(
    { ...worker, now: desk.now },
    { _id: `${ticket._id}:card:slack`, channel: 'slack', about: 'card', to: ticket.requester.id },
    async (sending) => placeToId(await slack.postCard(ticket, handle, sending)),
  )
  return posted ? { 'surfaces.slack': idToPlace(posted) } : undefined
}

const placeToId = ({ channel, ts }: SlackPlace) => `${channel}/${ts}`
function idToPlace(id: string): SlackPlace {
  const [channel = '', ts = ''] = id.split('/')
  return { channel, ts }
}

/** A card that is gone, or a person who has left: nothing to redraw. */
const ignoreRefusal = (error: unknown) => {
  if (!(error instanceof RefusedByProvider)) throw error
}

async function showComment({ slack, desk, ...worker }: SlackWorker, card: SlackPlace, owed: Owed) {
  const comment = owed.comment ? await desk.comments.find(owed.comment) : null
  if (!comment) return
  const ts = await deliverOnce(
    { ...worker, now: desk.now },
    { _id: owed.id, channel: 'slack', about: 'comment', to: null },
    (sending) => slack.postComment(comment, card, sending),
  )
  if (ts) await desk.comments.markRelayed(comment._id, 'slack', ts)
}

/** Only the requester is told on Slack: the card's thread is theirs. */
async function tell(
  { slack, desk, appUrl, ...worker }: SlackWorker,
  ticket: Ticket,
  card: SlackPlace,
  owed: Owed,
) {
  const person = owed.to === ticket.requester.id ? await desk.users.find(owed.to) : null
  const notice = person && (await ticketNoticeFor(desk, { person, owed, ticket, appUrl }))
  if (!person || !notice || !owed.about) return
  await deliverOnce(
    { ...worker, now: desk.now },
    { _id: owed.id, channel: 'slack', about: owed.about, to: person._id },
    (sending) => slack.postNotice(notice, card, sending),
  )
}

/** Asks Slack who somebody is: their confirmed address makes the account. */
export const identifyOnSlack = (worker: SlackWorker, id: string) =>
  clearLane(worker.desk.users, id, 'slack', async (owed) => {
    const user = await worker.desk.users.find(id)
    if (owed.kind !== 'identify' || !user?.slack || user.email) return undefined
    const profile = await worker.slack.profileOf(user.slack).catch((error) => {
      ignoreRefusal(error)
      return null
    })
    if (profile?.email) await identifySlackUser(worker.desk, id, { ...profile, email: profile.email })
    else
      worker.desk.log.warn(
        { user: id },
        'Slack shows no confirmed e-mail address of this person: no account mail',
      )
    return undefined
  })
