import type { Desk } from '../../../core/desk.ts'

export type Named = { id: string; name: string; user?: string }

const maxNamed = 20

/**
 * The people whom a message names, each with the desk's own name for them and their user id when their account is
 * linked: the first twenty are looked for.
 */
export function namedPeople(desk: Pick<Desk, 'users'>, mentions: { id: string; name: string }[]) {
  const look = async ({ id, name }: { id: string; name: string }): Promise<Named> => {
    const user = await desk.users.findByDiscord(id)
    return user ? { id, name: user.name, user: user._id } : { id, name }
  }
  return Promise.all(mentions.slice(0, maxNamed).map(look))
}

/** Whom the desk knows of them, as user ids. */
export const mentionsIn = (named: Named[]) => named.flatMap(({ user }) => (user ? [user] : []))
