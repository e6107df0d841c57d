import type { SectionBlock } from '@slack/types'
import { type Sentence, sentence } from '../../../../core/text/sentence.ts'
import { plainText } from '../sentence.ts'

/** The canned replies of a form. @property note instead of the usual words, e.g. why one was not added */
export type CannedOffer = { replies: { _id: string; name: string }[]; note?: Sentence | undefined }

export const cannedReplyAction = 'canned_reply'

/** A menu of canned replies. @param round tells one menu from the next, which has nothing chosen */
export const cannedReplySelect = ({ replies, note }: CannedOffer, round: number): SectionBlock[] =>
  replies.length === 0
    ? []
    : [
        {
          type: 'section',
          block_id: `${cannedReplyAction}-${round}`,
          text: plainText(note ?? sentence`Add a canned reply to your answer.`, 3_000),
          accessory: {
            type: 'static_select',
            action_id: cannedReplyAction,
            placeholder: plainText(sentence`Choose one`, 150),
            options: replies.map(({ _id, name }) => ({
              text: plainText(sentence`${name}`, 75),
              value: _id,
            })),
          },
        },
      ]
