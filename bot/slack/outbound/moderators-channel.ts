import type { WebClient } from '@slack/web-api'
import type { Sending } from '../../../core/notifications/messengers/sending.ts'
import type {
  ModeratorsMessenger,
  SlackPlace,
} from '../../../core/notifications/messengers/slack-messenger.ts'
import { ignoreRefusal, RefusedByProvider } from '../../../core/provider-errors.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { SimilarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import type { MessageContent } from '../views/blocks.ts'
import { moderatorsCard } from '../views/cards/moderators-card.ts'
import { resolutionMessage } from '../views/cards/resolution.ts'
import { deskMessagesInThread, findInConversation } from './find-sent.ts'

const notPosted = () => new RefusedByProvider('It was deleted before it was posted')

/** Finds the similar tickets that all moderators may see, for a card. */
export type SimilarTo = (ticket: Ticket) => Promise<SimilarOnCard[]>

/** What the messenger lends. @property post posts a message in a channel and returns its ts */
type Tools = {
  client: WebClient
  appUrl: string
  similarTo: SimilarTo
  withProviderErrors: <T>(call: () => Promise<T>) => Promise<T>
  post: (to: { channel: string }, content: MessageContent, key: string) => Promise<string>
  postInThread: (content: MessageContent, card: SlackPlace, sending: Sending) => Promise<string>
}

/** Sends the tickets' cards to the moderators' channel. */
export const createModeratorsMessenger = (
  channel: string,
  { client, withProviderErrors, post, postInThread, ...show }: Tools,
): ModeratorsMessenger => ({
  channel,

  postCard: (ticket, { key, mayExist, onlyFind }) =>
    withProviderErrors(async () => {
      const sent = mayExist ? await findInConversation(client, channel, key) : null
      if (!sent && onlyFind) throw notPosted()
      return sent ?? post({ channel }, await cardFor(ticket, show), key)
    }),

  updateCard: (ticket, { ts }) =>
    withProviderErrors(async () => {
      await client.chat.update({ channel, ts, ...(await cardFor(ticket, show)) })
    }),

  postResolution: (ticket, card, sending) =>
    withProviderErrors(() => postInThread(resolutionMessage(ticket), card, sending)),

  async clearThread(card) {
    const { messages, files } = await withProviderErrors(() => deskMessagesInThread(client, card))
    for (const file of files)
      await withProviderErrors(() => client.files.delete({ file })).catch(ignoreRefusal)
    for (const ts of messages)
      await withProviderErrors(() => client.chat.delete({ channel, ts })).catch(ignoreRefusal)
  },
})

const cardFor = async (ticket: Ticket, { similarTo, appUrl }: Pick<Tools, 'similarTo' | 'appUrl'>) =>
  moderatorsCard(ticket, await similarTo(ticket), appUrl)
