import type { Assignment } from '../tickets/assignment.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { candidateWords, ruledOutWords } from './candidate-words.ts'

type Explained = Pick<Ticket, 'number' | 'title' | 'assignee' | 'assignment'>

/** Explains in a terminal who was considered for a ticket, and what decided. */
export function explainAssignment({ number, title, assignee, assignment }: Explained): string {
  const heading = `#${number} ${title}`
  if (!assignment) return `${heading}\nThe desk has assigned it to nobody yet.`
  const who = assignee ? `Assigned to ${assignee.name}` : 'Assigned to nobody'
  return [
    heading,
    `${who}, by ${assignment.by} at ${assignment.at.toISOString()}: ${assignment.reason}`,
    ...(assignment.claimBy
      ? [`It goes to the next person at ${assignment.claimBy.toISOString()} unless somebody claims it.`]
      : []),
    ...section('Considered, best first:', candidateLines(assignment)),
    ...section('On duty, and not considered:', ruledOutLines(assignment)),
    ...section(
      'Did not claim it in time:',
      (assignment.lapsed ?? []).map(({ name }) => `- ${name}`),
    ),
  ].join('\n')
}

const section = (title: string, lines: string[]) => (lines.length > 0 ? ['', title, ...lines] : [])

const candidateLines = ({ candidates }: Assignment) =>
  candidates.map((candidate, index) => `${index + 1}. ${candidate.name}: ${candidateWords(candidate)}`)

const ruledOutLines = ({ ruledOut = [] }: Assignment) =>
  ruledOut.map(({ name, why }) => `- ${name}: ${ruledOutWords[why]}`)
