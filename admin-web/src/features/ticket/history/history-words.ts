import type { HistoryEntry } from '../../../../../core/tickets/history-entry.ts'
import type { Priority, Status } from '../../../../../core/tickets/ticket-values.ts'
import { placeWords, surfaceWords } from '../../../shared/surfaces/surface-words.ts'
import { priorityWords, statusWords } from '../../../shared/tickets/ticket-words.ts'

/** A line of a ticket's history as the API gives it. */
export type HistoryLine = Omit<HistoryEntry, 'at'> & { at: string }

/** Who did what, and where: "Ann Lee claimed it in Discord (was assigned to Bo Chen)." */
export function historySentence(line: HistoryLine): string {
  const who = line.by?.name ?? 'The desk'
  return `${who} ${did(line)}.`
}

function did(line: HistoryLine): string {
  const { action, note } = line
  const where = line.surface === 'desk' ? '' : ` ${placeWords[line.surface]}`
  switch (action) {
    case 'opened':
      return `filed the ticket from ${surfaceWords[line.surface]}`
    case 'triaged':
      return note ? `triaged it: ${bare(note)}` : 'triaged it'
    case 'assigned':
      return note ? `assigned it ${bare(note)}` : 'assigned it'
    case 'left open':
      return note ? `left it open for anyone: ${bare(note)}` : 'left it open for anyone'
    case 'passed on':
      return `passed it on: ${bare(note ?? '')}`
    case 'claimed':
      return `claimed it${where}${note ? ` (${bare(note)})` : ''}`
    case 'released':
      return `released it${where}`
    case 'set waiting':
      return `set it to waiting${where}`
    case 'commented':
      return `wrote a message${where}`
    case 'noted':
      return `wrote an internal note${where}`
    case 'edited comment':
      return `edited a message${where}`
    case 'edited note':
      return `edited an internal note${where}`
    case 'deleted comment':
      return `deleted a message${where}`
    case 'deleted note':
      return `deleted an internal note${where}`
    case 'edited':
      return line.changes?.length ? listed(line.changes.map(changeWords)) : `edited it${where}`
    case 'reopened':
      return `reopened it${where}`
    case 'resolved':
      return `resolved it${where}`
    case 'redacted':
      return `removed secrets${where}`
    case 'closed':
      return `closed it${where}`
    case 'watched':
      return note ? `added ${note} as a watcher` : `started watching it${where}`
    case 'unwatched':
      return note ? `removed ${note} as a watcher` : `stopped watching it${where}`
    case 'marked duplicate':
      return `marked it as a duplicate of ${note}${where}`
    case 'unmarked duplicate':
      return `unmarked it as a duplicate of ${note}${where}`
    case 'got duplicate':
      return `marked ${note} as a duplicate of it${where}`
    case 'lost duplicate':
      return `unmarked ${note} as a duplicate of it${where}`
    case 'rated':
      return `rated it ${note}${where}`
    case 'deleted':
      return `deleted it${where}`
  }
}

type Change = NonNullable<HistoryEntry['changes']>[number]

function changeWords({ field, label, from, to }: Change): string {
  if (label !== undefined) return answerChange(label, String(from ?? ''), String(to ?? ''))
  if (field === 'description') return 'rewrote the description'
  const before = valueWords(field, from)
  const after = valueWords(field, to)
  return before
    ? `changed ${fieldWords(field)} from ${before} to ${after || 'none'}`
    : `set ${fieldWords(field)} to ${after || 'none'}`
}

/** An answer may be long: the ticket shows the one that counts. */
const answerChange = (label: string, from: string, to: string) =>
  from
    ? `changed “${label}” from ${brief(from)} to ${brief(to) || 'none'}`
    : `answered “${label}” with ${brief(to)}`

const brief = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

const fieldWords = (field: string) =>
  field === 'title' ? 'the title' : field === 'skills' || field === 'tags' ? `the ${field}` : field

function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (field === 'title') return `“${value}”`
  if (field === 'priority') return (priorityWords[value as Priority] ?? String(value)).toLowerCase()
  if (field === 'status') return (statusWords[value as Status] ?? String(value)).toLowerCase()
  return String(value)
}

const bare = (note: string) => note.replace(/\.$/, '')

const listed = (parts: string[]) =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
