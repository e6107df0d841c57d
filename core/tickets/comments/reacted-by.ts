import type { Desk } from '../../desk.ts'
import { type Sentence, sentence } from '../../text/sentence.ts'
import type { Ticket } from '../ticket.ts'
import type { Comment, CommentPlace } from './comment.ts'
import type { Reaction } from './reaction.ts'

/** So many are named for each emoji, and so many emojis in all. */
const maxNamed = 2
const maxEmojis = 10

/**
 * Who reacted to a comment in other places than this one: a line for each emoji, e.g. "👀 Nora, Ben and 3 more". People whose
 * accounts are gone are not named.
 */
export async function reactedBy(
  { users }: { users: Pick<Desk['users'], 'findAll'> },
  { reactions = [] }: Pick<Ticket, 'reactions'>,
  { _id }: Pick<Comment, '_id'>,
  place: CommentPlace,
): Promise<Sentence[]> {
  const elsewhere = reactions.filter(
    (one) => one.comment === _id && one.place !== place && !one.removed && one.user,
  )
  if (elsewhere.length === 0) return []
  const people = usersByEmoji(elsewhere)
  const shown = [...people].slice(0, maxEmojis)
  const found = await users.findAll([...new Set(shown.flatMap(([, ids]) => ids.slice(0, maxNamed)))])
  const names = new Map(found.map((user) => [user._id, user.name]))
  return shown.flatMap(([emoji, ids]) => {
    const named = ids.slice(0, maxNamed).flatMap((id) => names.get(id) ?? [])
    return named.length > 0 ? [lineOf(emoji, named, ids.length - named.length)] : []
  })
}

const inWords = new Intl.ListFormat('en-GB')

/** Whoever reacts in two places counts once. */
function usersByEmoji(reactions: readonly Reaction[]): Map<string, string[]> {
  const people = new Map<string, string[]>()
  for (const { emoji, user = '' } of reactions) {
    const known = people.get(emoji) ?? []
    if (!known.includes(user)) people.set(emoji, [...known, user])
  }
  return people
}

function lineOf(emoji: string, names: string[], more: number): Sentence {
  const others = more > 0 ? [`${more} more`] : []
  return sentence`${emoji} ${inWords.format([...names, ...others])}`
}
