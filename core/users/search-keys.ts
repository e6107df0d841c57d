import { emailKeyOf, type User } from './user.ts'

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()

/**
 * The keys by which a search finds a user: the name from each of its words on, and the address. They are stored in lower
 * case, so an index works without a collation.
 */
export function searchKeysOf({ name, email }: Pick<User, 'name' | 'email'>): string[] {
  const words = plain(name).split(/\s+/)
  const names = words.map((_, index) => words.slice(index).join(' '))
  return [...new Set([...names, ...(email ? [emailKeyOf(email)] : [])])]
}

/** The highest character. Every text that starts with the search sorts before the search plus this character. */
const highest = '\u{10ffff}'

/** A condition on `searchKeys`: one key must be within the range. */
export function startsLike(search: string) {
  const from = plain(search).replaceAll(/\s+/g, ' ')
  return { $elemMatch: { $gte: from, $lt: `${from}${highest}` } }
}
