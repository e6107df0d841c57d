import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import type { SlackPlace } from '../../notifications/messengers/slack-messenger.ts'
import { type EntryIn, type TicketEntry, UnknownEntry } from '../../outbox/entry.ts'
import type { Handled } from '../../outbox/outbox.ts'
import { GoneAtProvider, ignoreRefusal } from '../../provider-errors.ts'
import { isOver, type Ticket } from '../../tickets/ticket.ts'
import type { ModeratorsWorker } from '../worker.ts'
import { defaultConcurrency, taskPerDocument, type Workflow } from '../workflow.ts'
import type { ConversationPlace, Fields } from './conversation-place.ts'
import { cardOf, findCard, inCardThread, postCard } from './moderators-card.ts'
import { showEntry } from './show-conversation.ts'
import { recentResolution } from './show-resolution.ts'

/** Runs when the moderators' channel on Slack is to show something: a ticket's card, or its conversation below. */
export const deliverToModerators = (worker: ModeratorsWorker): Workflow => ({
  queue: 'slackModerators',
  step: 'deliver to the moderators’ channel',
  concurrency: defaultConcurrency,
  on: {
    tickets: taskPerDocument((id) =>
      worker.desk.tickets.outbox.drain(id, 'slackModerators', (ticket, entry) =>
        deliver(worker, ticket, entry),
      ),
    ),
  },
})

type ModeratorsEntry = EntryIn<'slackModerators', TicketEntry>

async function deliver(worker: ModeratorsWorker, ticket: Ticket, entry: ModeratorsEntry): Promise<Handled> {
  const result = `#${ticket.number} ${entry.kind}`
  const place = moderatorsThread(worker, ticket)
  if (entry.kind === 'comment' && ticket.deleted) return { result }
  switch (entry.kind) {
    case 'card':
      return { result, set: await showCard(worker, ticket) }
    case 'comment':
    case 'files':
    case 'comment-changed':
    case 'reaction':
      return { result, set: await showEntry(worker, ticket, entry, place) }
    default:
      throw new UnknownEntry(entry)
  }
}

const movedTo = ({ surfaces }: Ticket, card: SlackPlace): Fields | undefined =>
  card.ts === surfaces.slackModerators?.ts && card.channel === surfaces.slackModerators.channel
    ? undefined
    : { 'surfaces.slackModerators': card }

/**
 * Updates the card, or posts it if there is none. One that was deleted is posted again, unless the ticket is closed: then
 * somebody has tidied up. What stands below the card of a deleted ticket is deleted.
 */
async function showCard(worker: ModeratorsWorker, ticket: Ticket): Promise<Fields | undefined> {
  const { moderators } = worker
  const card = cardOf(worker, ticket) ?? (ticket.deleted ? await findCard(worker, ticket) : null)
  if (!card) return ticket.deleted ? undefined : movedTo(ticket, await postCard(worker, ticket))
  try {
    await moderators.updateCard(ticket, card)
    if (ticket.deleted) await moderators.clearThread(card)
    await showResolution(worker, ticket, card)
    return movedTo(ticket, card)
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) return ignoreRefusal(error)
    return isOver(ticket) ? undefined : movedTo(ticket, await postCard(worker, ticket, card))
  }
}

/** Says once in the thread that the ticket is resolved, because its end may be far below the card. */
async function showResolution(
  { moderators, desk, deliveries }: ModeratorsWorker,
  ticket: Ticket,
  card: SlackPlace,
) {
  const resolution = recentResolution(ticket, desk.now())
  if (!resolution) return
  const id = `${ticket._id}:resolution:${resolution.at.getTime()}:slackModerators`
  await deliverOnce({ deliveries, now: desk.now }, threadRow('slack', 'resolution', ticket, id), (sending) =>
    moderators.postResolution(ticket, card, sending),
  )
}

/** The thread of the card in the moderators' channel. */
function moderatorsThread(worker: ModeratorsWorker, ticket: Ticket): ConversationPlace<SlackPlace> {
  const { slack } = worker
  const card = cardOf(worker, ticket)
  return {
    name: 'slackModerators',
    at: async () => card,
    inThread: async (work) => movedTo(ticket, await inCardThread(worker, ticket, work)),
    postComment: slack.postComment,
    postFiles: slack.postFiles,
    react: slack.react,
    revise: slack.reviseComment,
    async removeFiles(posted) {
      if (card) await slack.removeFiles(posted, card)
    },
  }
}
