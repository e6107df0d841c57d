import type { Priority } from '../../../../../core/tickets/ticket.ts'
import type { Source } from '../../../../../core/trace.ts'
import { priorityWords, surfaceWords } from '../../../shared/tickets/ticket-words.ts'
import { dayWords, endOfDay, isDay, startOfDay } from '../../../shared/time/days.ts'
import { sortWords } from './sort-words.ts'

/** What lists of tickets are narrowed by, as it stands in the address. People have their name beside their id. */
export const filterNames = [
  'q',
  'priority',
  'category',
  'skill',
  'tag',
  'assignee',
  'assigneeName',
  'requester',
  'requesterName',
  'source',
  'from',
  'to',
  'sort',
] as const

export type FilterName = (typeof filterNames)[number]
export type TicketFilters = Record<FilterName, string>

const plain = [
  'q',
  'priority',
  'category',
  'skill',
  'tag',
  'assignee',
  'requester',
  'source',
  'sort',
] as const

/** The filters as the API takes them. Days are whole ones, where the reader is. */
export function paramsOf(filters: TicketFilters): Record<string, string> {
  const given = plain.filter((name) => filters[name]).map((name) => [name, filters[name]] as const)
  return {
    ...Object.fromEntries(given),
    ...(isDay(filters.from) ? { from: startOfDay(filters.from) } : {}),
    ...(isDay(filters.to) ? { to: endOfDay(filters.to) } : {}),
  }
}

const withWords: Record<string, string> = { none: 'With nobody', me: 'With me' }

export type Chip = { label: string; off: Partial<TicketFilters> }

/** The filters that are on, in words, each with what takes it off. */
export function chipsOf(filters: TicketFilters): Chip[] {
  const { q, priority, category, skill, tag, source, from, to, sort } = filters
  const chips: (Chip | '' | false)[] = [
    q && { label: `“${q}”`, off: { q: '' } },
    priority && {
      label: priorityWords[priority as Priority] ?? `Priority ${priority}`,
      off: { priority: '' },
    },
    category && { label: category === 'none' ? 'No category' : category, off: { category: '' } },
    skill && { label: `Needs ${skill}`, off: { skill: '' } },
    tag && { label: `Tagged ${tag}`, off: { tag: '' } },
    filters.assignee && {
      label: withWords[filters.assignee] ?? `With ${filters.assigneeName || 'one person'}`,
      off: { assignee: '', assigneeName: '' },
    },
    filters.requester && {
      label: `Filed by ${filters.requesterName || 'one person'}`,
      off: { requester: '', requesterName: '' },
    },
    source && { label: `From ${surfaceWords[source as Source] ?? source}`, off: { source: '' } },
    isDay(from) && { label: `Since ${dayWords(from)}`, off: { from: '' } },
    isDay(to) && { label: `Until ${dayWords(to)}`, off: { to: '' } },
    sort && { label: sortWords[sort] ?? sort, off: { sort: '' } },
  ]
  return chips.filter((chip) => typeof chip === 'object')
}
