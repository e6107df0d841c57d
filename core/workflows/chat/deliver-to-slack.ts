import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import type { SlackPlace } from '../../notifications/messengers/slack-messenger.ts'
import { sendNotification } from '../../notifications/send-notification.ts'
import { type EntryIn, type TicketEntry, UnknownEntry } from '../../outbox/entry.ts'
import type { Handled } from '../../outbox/outbox.ts'
import { ignoreRefusal } from '../../provider-errors.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { identifyOnSlack } from '../identify-on-slack.ts'
import { sendScheduled } from '../send-scheduled.ts'
import type { SlackWorker } from '../worker.ts'
import { defaultConcurrency, taskPerDocument, type Workflow } from '../workflow.ts'
import type { ConversationPlace } from './conversation-place.ts'
import { followInSlackDirect } from './follow-direct.ts'
import { showEntry } from './show-conversation.ts'
import { inCardThread, showCard, slackOf } from './slack-card.ts'

/** Runs when a card, comment or notification is to be sent to Slack, or a Slack user is to be identified. */
export const deliverToSlack = (worker: SlackWorker): Workflow => ({
  queue: 'slack',
  step: 'deliver to Slack',
  concurrency: defaultConcurrency,
  on: {
    tickets: taskPerDocument((id) =>
      worker.desk.tickets.outbox.drain(id, 'slack', (ticket, entry) => deliver(worker, ticket, entry)),
    ),
    users: taskPerDocument((id) =>
      worker.desk.users.outbox.drain(id, 'slack', (user) => identifyOnSlack(worker, user)),
    ),
    scheduledNotifications: taskPerDocument((id) => sendScheduled(worker, id, 'slack')),
  },
})

type SlackEntry = EntryIn<'slack', TicketEntry>

async function deliver(worker: SlackWorker, ticket: Ticket, entry: SlackEntry): Promise<Handled> {
  const result = `#${ticket.number} ${entry.kind}`
  const place = requesterThread(worker, ticket)
  switch (entry.kind) {
    case 'notify':
      return { result: `#${ticket.number} ${await sendNotification(worker, { entry, ticket })}` }
    case 'card': {
      const set = await showCard(worker, ticket)
      await followInSlackDirect(worker, ticket)
      return { result, set }
    }
    case 'filed-notice':
      await postFiledNotice(worker, ticket, entry)
      return { result }
    case 'comment':
    case 'files':
    case 'comment-changed':
    case 'reaction':
      return { result, set: await showEntry(worker, ticket, entry, place) }
    default:
      throw new UnknownEntry(entry)
  }
}

/** Says in a channel that a message there was filed. Once that message is deleted, nobody needs to know. */
async function postFiledNotice(
  worker: SlackWorker,
  ticket: Ticket,
  { id, channel, thread }: Extract<SlackEntry, { kind: 'filed-notice' }>,
) {
  const { slack, desk, deliveries } = worker
  const row = threadRow('slack', 'filed-notice', ticket, id)
  await deliverOnce({ deliveries, now: desk.now }, row, (sending) =>
    slack.postFiledNotice(ticket, { channel, ts: thread }, sending),
  ).catch(ignoreRefusal)
}

/** The thread of the requester's card. After they unlink their account, nothing in it changes. */
function requesterThread(worker: SlackWorker, ticket: Ticket): ConversationPlace<SlackPlace> {
  const { slack } = worker
  const at = async () => (await slackOf(worker, ticket)) && ticket.surfaces.slack
  return {
    name: 'slack',
    at,
    inThread: (work) => inCardThread(worker, ticket, work),
    postComment: slack.postComment,
    postFiles: slack.postFiles,
    react: slack.react,
    revise: slack.reviseComment,
    async removeFiles(posted) {
      const card = await at()
      if (card) await slack.removeFiles(posted, card)
    },
  }
}
