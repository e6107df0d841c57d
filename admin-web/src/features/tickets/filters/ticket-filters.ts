import type { Source } from '../../../../../core/surface-names.ts'
import type { Sort } from '../../../../../core/tickets/lists/list-sort.ts'
import type { Priority } from '../../../../../core/tickets/ticket-values.ts'
import { surfaceWords } from '../../../shared/surfaces/surface-words.ts'
import { priorityWords } from '../../../shared/tickets/ticket-words.ts'
import { dayWords, endOfDay, isDay, startOfDay } from '../../../shared/time/days.ts'
import { sortWords } from './sort-words.ts'

/** The filters of a list of tickets, as the address holds them. People's names stand beside their ids. */
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

/** The filters as the API takes them. Days are in the reader's time zone. */
export function paramsOf(filters: TicketFilters): Record<string, string> {
  const given = plain.filter((name) => filters[name]).map((name) => [name, filters[name]] as const)
  return {
    ...Object.fromEntries(given),
    ...(isDay(filters.from) ? { from: startOfDay(filters.from) } : {}),
    ...(isDay(filters.to) ? { to: endOfDay(filters.to) } : {}),
  }
}

const assigneeWords: Record<string, string> = { none: 'Unassigned', me: 'Assigned to me' }

export type Chip = { label: string; off: Partial<TicketFilters> }

/** The active filters in words, each with the change that removes it. */
export function chipsOf(filters: TicketFilters): Chip[] {
  const { q, priority, category, skill, tag, source, from, to, sort } = filters
  const chips: (Chip | '' | false)[] = [
    q && { label: `“${q}”`, off: { q: '' } },
    priority && {
      label: priorityWords[priority as Priority] ?? `Priority ${priority}`,
      off: { priority: '' },
    },
    category && { label: category === 'none' ? 'No category' : category, off: { category: '' } },
    skill && { label: `Skill: ${skill}`, off: { skill: '' } },
    tag && { label: `Tag: ${tag}`, off: { tag: '' } },
    filters.assignee && {
      label: assigneeWords[filters.assignee] ?? `Assigned to ${filters.assigneeName || 'someone'}`,
      off: { assignee: '', assigneeName: '' },
    },
    filters.requester && {
      label: `Filed by ${filters.requesterName || 'someone'}`,
      off: { requester: '', requesterName: '' },
    },
    source && { label: `From ${surfaceWords[source as Source] ?? source}`, off: { source: '' } },
    isDay(from) && { label: `Since ${dayWords(from)}`, off: { from: '' } },
    isDay(to) && { label: `Until ${dayWords(to)}`, off: { to: '' } },
    sort && { label: sortWords[sort as Sort] ?? sort, off: { sort: '' } },
  ]
  return chips.filter((chip) => typeof chip === 'object')
}
