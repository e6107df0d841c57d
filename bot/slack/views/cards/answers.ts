import type { RichTextBlock } from '@slack/types'
import { joined, sentence, shortened } from '../../../../core/text/sentence.ts'
import type { Card } from '../../../../core/tickets/card.ts'
import { richText } from '../sentence.ts'

/** Slack takes about 13,000 characters of JSON for all blocks of a card. */
const maxCharacters = 1_050

/** What the category asked, a line for each answer. */
export function answerBlocks({ answers }: Pick<Card, 'answers'>): RichTextBlock[] {
  if (answers.length === 0) return []
  const lines = answers.map(({ label, value }) => sentence`${label} ${value}`)
  return [richText([shortened(joined(lines, '\n'), maxCharacters)])]
}
