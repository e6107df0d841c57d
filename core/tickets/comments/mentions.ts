import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { invalid } from '../../errors.ts'
import { idSchema } from '../../ids.ts'
import type { Surface } from '../../surface-names.ts'
import type { Person } from '../../trace.ts'
import { type Actor, personOf, type User } from '../../users/user.ts'
import { canSee } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import type { Visibility } from './comment.ts'

export const mentionsSchema = z
  .array(idSchema)
  .max(20)
  .describe(
    'user ids of people named in it, as @Name: each is notified, and staff watch the ticket from then on',
  )

/**
 * The people whom a comment mentions. Staff can mention other staff and, in public comments, anyone who sees the
 * ticket. Requesters and other users can mention only people who see the ticket.
 * @throws invalid at `mentions` on the console and the API. In chat, a person who can't be mentioned is skipped.
 */
export async function peopleMentioned(
  desk: Pick<Desk, 'users'>,
  actor: Actor,
  { ticket, visibility, ids, surface }: Mentioning,
): Promise<Person[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await desk.users.findAll(wanted)
  const people = found.filter((user) => canBeMentioned(user, actor, ticket, visibility))
  if (people.length < wanted.length && (surface === 'web' || surface === 'api'))
    throw invalid('mentions', 'Somebody in it has no account here, or may not read this.')
  return people.map(personOf)
}

type Mentioning = { ticket: Ticket; visibility: Visibility; ids: string[]; surface: Surface }

/** Whether the person may read a comment that mentions them. */
export function canBeMentioned(user: User, actor: Actor, ticket: Ticket, visibility: Visibility) {
  if (!user.active) return false
  const areStaff = user.role !== 'user' && actor.role !== 'user'
  return areStaff || (visibility === 'public' && canSee(user, ticket))
}
