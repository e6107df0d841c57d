import type { Desk } from '../../../core/desk.ts'
import { nameFrom } from '../../../core/text/line.ts'

export type MentionedPerson = { id: string; name: string; user?: string }

const maxLookups = 20

/**
 * The people whom a message mentions, at most 20. For a linked account, it gives the name on the desk and the user id.
 */
export function findMentioned(desk: Pick<Desk, 'users'>, mentions: { id: string; name: string }[]) {
  const find = async ({ id, name: shown }: { id: string; name: string }): Promise<MentionedPerson> => {
    const user = await desk.users.findByDiscord(id)
    return user ? { id, name: user.name, user: user._id } : { id, name: nameFrom(shown, 'someone') }
  }
  return Promise.all(mentions.slice(0, maxLookups).map(find))
}

/** The user ids of the people with a linked account. */
export const mentionedUserIds = (people: MentionedPerson[]) =>
  people.flatMap(({ user }) => (user ? [user] : []))
