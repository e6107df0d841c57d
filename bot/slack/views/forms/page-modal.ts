import type { ModalView } from '@slack/types'
import { sentence } from '../../../../core/text/sentence.ts'
import { buttons, linkButton } from '../blocks.ts'
import { richText } from '../sentence.ts'

/** @property signsIn name of the person whom the address signs in; null: nobody */
export type PageOffer = { url: string; signsIn: string | null }

/** A link to a page of the console, for the one person who sees it. */
export const pageModal = ({ url, signsIn }: PageOffer): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Open in the browser' },
  close: { type: 'plain_text', text: 'Close' },
  blocks: [
    richText([
      signsIn === null
        ? sentence`The page asks you to sign in.`
        : sentence`This link signs you in as ${signsIn}. It works once, within ten minutes. It is for you alone: don’t pass it on.`,
    ]),
    buttons(linkButton(sentence`Open in the browser`, url)),
  ],
})
