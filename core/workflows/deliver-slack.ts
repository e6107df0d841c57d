import { deliverOnce } from '../notifications/deliver-once.ts'
import type { SlackMessenger, SlackPlace } from '../notifications/messengers.ts'
import { RefusedByProvider } from '../notifications/provider-errors.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { identifySlackUser } from '../users/handles/slack-user.ts'
import { commentNow } from './comment-now.ts'
import { drainQueue } from './drain-queue.ts'
import { tellPerson } from './tell-person.ts'
import { placeRow, type Telling } from './telling.ts'
import type { Worker } from './worker.ts'

export type SlackWorker = Worker & { slack: SlackMessenger }

/** Brings Slack up to date with a ticket: its card, then what was said, in order. */
export const deliverTicketToSlack = (worker: SlackWorker, id: string) =>
  drainQueue(worker.desk.tickets, id, 'slack', async (owed) => {
    const ticket = await worker.desk.tickets.find(id)
    if (!ticket) return undefined
    if (owed.kind !== 'notify' && !(await isOnSlack(worker, ticket))) return undefined
    if (owed.kind === 'card') return showCard(worker, ticket)
    if (owed.kind === 'comment') await showComment(worker, ticket, owed)
    if (owed.kind === 'comment-changed') await reviseComment(worker, ticket, owed)
    const person = owed.kind === 'notify' && owed.to ? await worker.desk.users.find(owed.to) : null
    if (person) await tellOnSlack(worker, { owed, ticket, person })
    return undefined
  })

/** Who has unlinked Slack hears nothing there any more, also not where their older cards are. */
const isOnSlack = async ({ desk }: SlackWorker, { requester }: Ticket) =>
  (await desk.users.find(requester.id))?.slack !== undefined

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
    {
      ...placeRow('slack', 'card', ticket, `${ticket._id}:card:slack`),
      to: requester._id,
      name: requester.name,
    },
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

async function showComment({ slack, desk, ...worker }: SlackWorker, ticket: Ticket, owed: OutboxEntry) {
  const card = ticket.surfaces.slack
  const comment = card && owed.comment ? await desk.comments.find(owed.comment) : null
  if (!card || !comment || comment.deleted) return
  const ts = await deliverOnce(
    { ...worker, now: desk.now },
    placeRow('slack', 'comment', ticket, owed.id),
    (sending) => slack.postComment(comment, card, sending),
  )
  if (ts) await desk.comments.markRelayed(comment._id, 'slack', ts)
}

async function reviseComment({ slack, desk }: SlackWorker, ticket: Ticket, owed: OutboxEntry) {
  const card = ticket.surfaces.slack
  const comment = await commentNow(desk, owed)
  const ts = comment?.relayed.slack
  if (card && comment && ts) await slack.reviseComment(comment, card, ts).catch(ignoreRefusal)
}

/** The requester is told in the thread of their card, anybody else by a direct message. */
export const tellOnSlack = (worker: SlackWorker, telling: Omit<Telling, 'channel'>) =>
  tellPerson(worker, { ...telling, channel: 'slack' }, (notice, sending) => {
    const { ticket, person } = telling
    const card = person.slack && person._id === ticket.requester.id ? ticket.surfaces.slack : undefined
    if (card) return worker.slack.postNotice(notice, card, sending)
    if (!person.slack) throw new RefusedByProvider('They are not on Slack any more.')
    return worker.slack.sendDirect(notice, person.slack, sending)
  })

/** Asks Slack who somebody is: their confirmed address makes the account. */
export const identifyOnSlack = (worker: SlackWorker, id: string) =>
  drainQueue(worker.desk.users, id, 'slack', async (owed) => {
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
