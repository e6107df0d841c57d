import type { Ticket } from '../tickets/ticket.ts'

/** What a list can be sorted by though it has many values. */
export const headingKinds = ['assignee', 'requester', 'skill', 'tag'] as const
export type HeadingKind = (typeof headingKinds)[number]

/**
 * What a stretch of a sorted list has in common: a person, a skill or a tag that some ticket has or had.
 * @property value a person's id, else the name itself
 * @property key what headings are ordered by
 */
export type Heading = { _id: string; kind: HeadingKind; value: string; name: string; key: string }

export type Headed = Pick<Ticket, 'requester' | 'assignee' | 'skills' | 'tags'>

export const headingId = (kind: HeadingKind, value: string) => `${kind}:${value}`

const longestKey = 40

/** Alphabetical for readers without a collation: neither case nor accents count. Control characters don't either. */
export const keyOf = (name: string) =>
  [
    ...name
      .normalize('NFKD')
      .replaceAll(/[\p{M}\p{Cc}]/gu, '')
      .toLowerCase(),
  ]
    .slice(0, longestKey)
    .join('')

const heading = (kind: HeadingKind, value: string, name = value): Heading => ({
  _id: headingId(kind, value),
  kind,
  value,
  name,
  key: keyOf(name),
})

/** Under which of its values a ticket stands: of several skills or tags under the first, which it shows first, too. */
export function headingOf(
  { requester, assignee, skills, tags }: Partial<Headed>,
  kind: HeadingKind,
): Heading | null {
  if (kind === 'requester' || kind === 'assignee') {
    const person = kind === 'requester' ? requester : assignee
    return person ? heading(kind, person.id, person.name) : null
  }
  const [first] = (kind === 'skill' ? skills : tags) ?? []
  return first === undefined ? null : heading(kind, first)
}
