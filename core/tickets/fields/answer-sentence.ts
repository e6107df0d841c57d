import { joined, type Sentence, sentence } from '../../text/sentence.ts'
import { answerWords } from './answer-words.ts'
import type { Answer } from './ticket-field.ts'

/** An answer behind its label. One of several lines begins below it, and keeps its lines. */
export function answerSentence(value: Answer): Sentence {
  const lines = answerWords(value)
    .split(/\s*\n/)
    .filter(Boolean)
    .map((line) => sentence`${line}`)
  return joined(lines.length > 1 ? [sentence``, ...lines] : lines, '\n')
}
