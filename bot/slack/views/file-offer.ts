import { code, type Sentence, sentence } from '../../../core/text/sentence.ts'
import { buttons, type MessageContent } from './blocks.ts'
import { fileAction } from './home.ts'
import { sentenceMessage } from './sentence.ts'

/** Says how to file a ticket, and offers to file this message. @param ts of a direct message outside a thread */
export const fileOffer = (ts: string) =>
  offerOf(
    ts,
    sentence`To file this as a ticket, press the button. To add to a ticket, reply in its thread. You can always file one by ${code('/ticket')}.`,
  )

/** Offers to file a message that mentions the app. @param ts of a message in a channel, also in a thread */
export const mentionOffer = (ts: string) =>
  offerOf(
    ts,
    sentence`To file this as a ticket, press the button. Only you see this. You can always file one by ${code('/ticket')}.`,
  )

function offerOf(ts: string, words: Sentence): MessageContent {
  const { text, blocks } = sentenceMessage(words)
  const button = {
    type: 'button' as const,
    action_id: fileAction,
    text: { type: 'plain_text' as const, text: 'File a ticket' },
    value: ts,
  }
  return { text, blocks: [...blocks, buttons(button)] }
}
