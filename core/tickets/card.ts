import { refusedFiles } from '../attachments/refused-files.ts'
import { secretsInWords } from '../secrets/secret.ts'
import { languageName } from '../text/language-name.ts'
import {
  joined,
  type MarkdownText,
  markdownText,
  type Sentence,
  sentence,
  shortened,
  withFullStop,
} from '../text/sentence.ts'
import { referenceTo } from './change.ts'
import { answerSentence } from './fields/answer-sentence.ts'
import { isAnswered, withColon } from './fields/answer-words.ts'
import type { TicketField } from './fields/ticket-field.ts'
import { maxScore, ratingOf } from './rating.ts'
import { watchersOf } from './recipients.ts'
import { repeatsTicketText } from './repeats.ts'
import { isClaimed, type Ticket } from './ticket.ts'

/** The content of a card, the same on every surface. View builders turn it into the platform's format. */
export type Card = {
  /** e.g. "#42 Printer on fire" */
  heading: Sentence
  /** e.g. "In progress: Max Moe" */
  status: Sentence
  description: MarkdownText
  /** in display order; unknown facts are left out */
  facts: Fact[]
  /** null too when it would say nothing new */
  summary: MarkdownText | null
  /**
   * what the category asked, with its colon or question mark, and the answers. Without an answer, only required fields
   * are listed
   */
  answers: { label: Sentence; value: Sentence }[]
  /** for moderators only */
  notes: MarkdownText | null
  /** for moderators only: that the ticket holds a password, say; null when it does not */
  warning: Sentence | null
  /** e.g. "Triaged by Gemini (gemini-3.5-flash-lite)." */
  triage: Sentence
  /** for moderators only: why this person or nobody was chosen; null before assignment */
  assignment: Sentence | null
  resolution: MarkdownText | null
  /** e.g. "4 of 5: “Quick and kind.”"; null: not rated */
  rating: Sentence | null
}

/** @property name in the desk's own words */
export type Fact = { name: FactName; value: Sentence }
type FactName =
  | 'Priority'
  | 'Category'
  | 'Urgency'
  | 'Skills'
  | 'From'
  | 'Duplicates'
  | 'Watched by'
  | 'Files'

const statusWords = {
  open: sentence`Open`,
  in_progress: sentence`In progress`,
  waiting: sentence`Waiting for the requester`,
  resolved: sentence`Resolved`,
  closed: sentence`Closed`,
} as const

export const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export function statusOf(
  ticket: Pick<Ticket, 'deleted' | 'duplicateOf' | 'assignee' | 'status' | 'resolution'>,
): Sentence {
  if (ticket.deleted) return sentence`Deleted`
  const who = ticket.assignee?.name
  const status = statusWords[ticket.status]
  if (ticket.status === 'open') return who ? sentence`${status}, assigned to ${who}` : status
  if (ticket.status === 'waiting' && who) return sentence`${status}, assigned to ${who}`
  if (isClaimed(ticket)) return sentence`${status}: ${who ?? 'nobody'}`
  if (ticket.duplicateOf) return sentence`Duplicate of #${ticket.duplicateOf.number}`
  return ticket.resolution ? sentence`${status} by ${ticket.resolution.by.name}` : status
}

export function triageLine({ triage }: Ticket): Sentence {
  if (triage.state === 'pending') return sentence`Being looked at…`
  return joined([engineLine(triage), ...languageLine(triage)], ' ')
}

function engineLine({ engine, model, fallback }: Ticket['triage']): Sentence {
  if (engine === 'gemini') return sentence`Triaged by Gemini (${model ?? 'unknown model'}).`
  const local = model ? `the local engine (model ${model})` : 'the local engine'
  return fallback ? sentence`Triaged by ${local}: ${fallback}.` : sentence`Triaged by ${local}.`
}

/** Cards are in English: that a ticket is, too, is no news. */
const languageLine = ({ language }: Ticket['triage']): Sentence[] =>
  language && language !== 'en' ? [sentence`Written in ${languageName(language)}.`] : []

function secretsLine({ triage: { secrets = [] } }: Ticket): Sentence | null {
  if (secrets.length === 0) return null
  const kinds = secretsInWords(secrets)
  return sentence`This ticket holds ${kinds}. Press “Remove secrets” unless somebody needs them here.`
}

function assignmentLine({ assignee, assignment, status }: Ticket): Sentence | null {
  if (!assignment || status !== 'open') return null
  return assignee
    ? withFullStop(sentence`${assignee.name}: ${assignment.reason}`)
    : sentence`Nobody yet: ${assignment.reason} Anyone may claim it.`
}

/** A long comment is shortened: the ticket's page has all of it. */
function ratingLine(ticket: Ticket): Sentence | null {
  const rating = ratingOf(ticket)
  if (!rating) return null
  const stars = sentence`${rating.score} of ${maxScore}`
  return rating.comment ? shortened(sentence`${stars}: “${rating.comment}”`, 300) : stars
}

/** A long answer is shortened, too. */
const answerOnCard = ({ label, value }: TicketField) => ({
  label: sentence`${withColon(label)}`,
  value: value === null ? sentence`not answered yet` : shortened(answerSentence(value), 200),
})

const listOf = (names: readonly string[]) =>
  joined(
    names.map((name) => sentence`${name}`),
    ', ',
  )

/** @param duplicates the tickets that are marked as duplicates of this one; not needed on the requester's card */
export function cardOf(ticket: Ticket, duplicates: Pick<Ticket, 'number'>[] = []): Card {
  const refused = refusedFiles(ticket.files)
  const facts: { name: FactName; value: Sentence | null }[] = [
    { name: 'Priority', value: ticket.priority && sentence`${capitalised(ticket.priority)}` },
    { name: 'Category', value: ticket.category === null ? null : sentence`${ticket.category}` },
    { name: 'Urgency', value: sentence`${capitalised(ticket.urgency)}` },
    { name: 'Skills', value: listOf(ticket.skills) },
    { name: 'From', value: sentence`${ticket.requester.name}` },
    { name: 'Duplicates', value: listOf(duplicates.map(referenceTo)) },
    { name: 'Watched by', value: listOf(watchersOf(ticket).map(({ name }) => name)) },
    { name: 'Files', value: refused && shortened(refused, 200) },
  ]
  return {
    heading: sentence`#${ticket.number} ${ticket.title}`,
    status: statusOf(ticket),
    description: markdownText(ticket.description),
    facts: facts.filter((fact): fact is Fact => fact.value !== null && fact.value.parts.length > 0),
    summary:
      ticket.summary && !repeatsTicketText(ticket.summary, ticket) ? markdownText(ticket.summary) : null,
    answers: (ticket.fields ?? []).filter((field) => isAnswered(field) || field.required).map(answerOnCard),
    notes: ticket.notes ? markdownText(ticket.notes) : null,
    warning: secretsLine(ticket),
    triage: triageLine(ticket),
    assignment: assignmentLine(ticket),
    // The status of a duplicate says all that its resolution does.
    resolution: ticket.resolution && !ticket.duplicateOf ? markdownText(ticket.resolution.text) : null,
    rating: ratingLine(ticket),
  }
}
