import { emailKeyOf, type User } from './user.ts'

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()

/**
 * What somebody is found by when a search starts like it: their name from each of its words on, and their address.
 * Stored lower-cased, so that an index finds them without a collation.
 */
export function searchKeysOf({ name, email }: Pick<User, 'name' | 'email'>): string[] {
  const words = plain(name).split(/\s+/)
  const names = words.map((_, index) => words.slice(index).join(' '))
  return [...new Set([...names, ...(email ? [emailKeyOf(email)] : [])])]
}

/** The last character there is: every text that starts like the search sorts before the search followed by it. */
const highest = '\u{10ffff}'

/** A condition on `searchKeys`: one and the same of them has to be within the range. */
export function startsLike(search: string) {
  const from = plain(search).replaceAll(/\s+/g, ' ')
  return { $elemMatch: { $gte: from, $lt: `${from}${highest}` } }
}
