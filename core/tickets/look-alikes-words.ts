import { type Sentence, sentence } from '../text/sentence.ts'
import type { Ticket } from './ticket.ts'

/** Asks whoever has just filed a ticket about open ones of theirs, and says what an answer does. */
export function lookAlikesQuestion({ number }: Pick<Ticket, 'number'>, count: number): Sentence {
  const question =
    count === 1
      ? sentence`You already have an open ticket like this. Is it the same?`
      : sentence`You already have open tickets like this. Is one of them the same?`
  return sentence`${question} If so, #${number} joins it, and answers arrive there.`
}

/** What joining has done, and the way back. @param of the number of the ticket to go on in */
export const joinedWords = ({ number }: Pick<Ticket, 'number'>, of: number): Sentence =>
  sentence`#${number} is joined with #${of}: go on there, answers arrive in its thread. Not the same after all? Press Reopen on the card of #${number}.`
