import { readAtMostEvery } from '../read-at-most-every.ts'
import { isResolved, type Ticket } from './ticket.ts'
import { type Priority, priorities } from './ticket-values.ts'

/** The time within which three of four answered tickets got their first answer, in minutes. */
export type AnswerTimes = ReadonlyMap<Priority, number>

/** What is read of a ticket to know when it got its first answer. */
export type FiledTicket = Pick<Ticket, 'priority' | 'createdAt'> & {
  requester: Pick<Ticket['requester'], 'id'>
  history: Pick<Ticket['history'][number], 'at' | 'by' | 'action'>[]
}

/** With fewer answers, one slow day would distort the result. */
const minAnswers = 5
const share = 0.75

const answers: ReadonlySet<string> = new Set(['commented', 'set waiting', 'resolved'])

type Answerable = Pick<FiledTicket, 'requester' | 'history'>

const firstAnswer = ({ requester, history }: Answerable) =>
  history.find(({ action, by }) => answers.has(action) && by && by.id !== requester.id)

const minutesWaited = (ticket: FiledTicket): number[] => {
  const answer = firstAnswer(ticket)
  return answer ? [(answer.at.getTime() - ticket.createdAt.getTime()) / 60_000] : []
}

/** How long tickets of each priority usually wait for their first answer. Priorities with few answers are left out. */
export function answerTimesOf(tickets: FiledTicket[]): AnswerTimes {
  const times = new Map<Priority, number>()
  for (const priority of priorities) {
    const waits = tickets
      .filter((ticket) => ticket.priority === priority)
      .flatMap(minutesWaited)
      .toSorted((a, b) => a - b)
    const percentile = waits[Math.ceil(waits.length * share) - 1]
    if (waits.length >= minAnswers && percentile !== undefined) times.set(priority, Math.ceil(percentile))
  }
  return times
}

/** In minutes after filing. Null: it has an answer already, needs none, or nobody knows. */
export function usualAnswerOf(ticket: Ticket, times: AnswerTimes): number | null {
  if (isResolved(ticket) || !ticket.priority || firstAnswer(ticket)) return null
  return times.get(ticket.priority) ?? null
}

const keptMs = 10 * 60_000

/** Reads the answer times at most once in ten minutes. @param load the tickets that were filed lately */
export function createAnswerTimes(load: () => Promise<FiledTicket[]>): () => Promise<AnswerTimes> {
  return readAtMostEvery(keptMs, async () => answerTimesOf(await load()))
}
