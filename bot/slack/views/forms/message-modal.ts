import type { ModalView } from '@slack/types'
import type { Sentence } from '../../../../core/text/sentence.ts'
import { truncate } from '../markup.ts'
import { richText } from '../sentence.ts'

/** Slack allows 24 characters. */
export const modalTitle = (title: string) => ({ type: 'plain_text' as const, text: truncate(title, 24) })

/** Says one thing, such as what a form has done. */
export const messageModal = (title: string, words: Sentence): ModalView => ({
  type: 'modal',
  title: modalTitle(title),
  close: { type: 'plain_text', text: 'Close' },
  blocks: [richText([words])],
})
