import type { BlockAction, SlackActionMiddlewareArgs, webApi } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import type { Sentence } from '../../../core/text/sentence.ts'
import { isInModal, openModal } from '../modals/open-modal.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import type { MessageContent } from '../views/blocks.ts'
import { messageModal } from '../views/forms/message-modal.ts'
import { sentenceMessage } from '../views/sentence.ts'

/** A press of a button in a message, in the home tab or in a form. */
export type Press = Pick<SlackActionMiddlewareArgs<BlockAction>, 'body' | 'respond'> & {
  client: webApi.WebClient
}

/** Answers whoever pressed a button, and nobody else, where they pressed it. */
export async function answerPresser({ body, client, respond }: Press, words: Sentence, log: Log) {
  if (!body.channel)
    return openModal(client, body.trigger_id, messageModal('Support desk', words), {
      log,
      over: isInModal(body),
    })
  if (isEphemeral(body)) return answerAlone(respond, sentenceMessage(words))
  const to = { channel: body.channel.id, user: body.user.id, thread: threadOf(body) }
  await postEphemeral(client, to, words, log)
}

/** Whether the button is in a message that only its presser sees. Only a response URL can answer and replace it. */
export const isEphemeral = ({ container }: BlockAction) => container.is_ephemeral === true

const answerAlone = async (respond: Press['respond'], content: MessageContent) =>
  void (await respond({ response_type: 'ephemeral', replace_original: false, ...content }))

/** Slack shows a private message in a thread only if the thread has replies. So what starts one is answered beside it. */
const threadOf = ({ message }: BlockAction) =>
  message?.thread_ts === message?.ts ? undefined : message?.thread_ts
