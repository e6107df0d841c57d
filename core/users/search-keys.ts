import { emailKeyOf, type User } from './user.ts'

const plain = (text: string) => text.normalize('NFC').trim().toLowerCase()

/**
 * The keys by which a search finds a user: the name from each of its words on, and the address. They are stored in lower
 * case, so an index works without a collation.
 */
export function searchKeysOf({ name, email }: Pick<User, 'name' | 'email'>): string[] {
  return [...new Set([...nameKeysOf(name), ...(email ? [emailKeyOf(email)] : [])])]
}

function nameKeysOf(name: string): string[] {
  const words = plain(name).split(/\s+/)
  return words.map((_, index) => words.slice(index).join(' '))
}

/** The highest character. Every text that starts with the search sorts before the search plus this character. */
const highest = '\u{10ffff}'

const searched = (search: string) => plain(search).replaceAll(/\s+/g, ' ')

/** Whether a search finds somebody by this name. */
export const nameStartsLike = (name: string, search: string) =>
  nameKeysOf(name).some((key) => key.startsWith(searched(search)))

/** A condition on `searchKeys`: one key must be within the range. */
export function startsLike(search: string) {
  const from = searched(search)
  return { $elemMatch: { $gte: from, $lt: `${from}${highest}` } }
}
