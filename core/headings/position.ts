import { type Heading, type HeadingKind, headingId, keyOf } from './heading.ts'

/** What says where a heading stands among those of its kind. */
export type Position = Pick<Heading, '_id' | 'key'>

const separator = '\n'

/** A heading's place in a cursor. Null: last, where those without one stand. */
export const positionOf = (heading: Pick<Heading, 'key' | 'value'> | null) =>
  `${heading?.key ?? ''}${separator}${heading?.value ?? ''}`

/** The other way round. @returns undefined: before all others */
export function positionIn(group: string | undefined, kind: HeadingKind): Position | null | undefined {
  const end = group?.indexOf(separator) ?? -1
  if (group === undefined || end < 0) return undefined
  if (group === separator) return null
  return { key: keyOf(group.slice(0, end)), _id: headingId(kind, group.slice(end + 1)) }
}

/** As the database orders texts: by their bytes. */
const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

export function compareHeadings(one: Position | null, other: Position | null): number {
  if (!one || !other) return Number(!one) - Number(!other)
  return byBytes(one.key, other.key) || byBytes(one._id, other._id)
}
