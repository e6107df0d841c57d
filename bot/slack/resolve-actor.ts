import type { Desk } from '../../core/desk.ts'
import { forbidden } from '../../core/errors.ts'
import type { SlackHandle } from '../../core/users/handles/handles.ts'
import { slackUser } from '../../core/users/handles/slack-user.ts'
import type { User } from '../../core/users/user.ts'
import type { Admit } from './admission.ts'

/** The sender of an interaction. With an organisation-wide installation, only `user` contains the team. */
export const handleOf = (body: {
  team?: { id: string } | null
  user: { id: string; team_id?: string | undefined }
}): SlackHandle => ({ team: body.team?.id ?? body.user.team_id ?? '', user: body.user.id })

/**
 * The account of a person on Slack, created on first contact.
 * @throws forbidden for a deactivated account, and for those who get none
 */
export async function resolveActor(deps: Admitting, handle: SlackHandle, name: string): Promise<User> {
  const user = (await findReader(deps.desk, handle)) ?? (await admitNew(deps, handle, name))
  if (!user.active) throw deactivated()
  return user
}

type Admitting = { desk: Desk; admit: Admit }

async function admitNew({ desk, admit }: Admitting, handle: SlackHandle, name: string): Promise<User> {
  const refusal = await admit(handle)
  if (refusal) throw forbidden(refusal)
  return slackUser(desk, handle, name)
}

/** The same for somebody who only looks, which creates no account. @returns null for somebody without one @throws forbidden */
export async function findReader(
  { users }: Pick<Desk, 'users'>,
  { team, user }: SlackHandle,
): Promise<User | null> {
  const known = await users.findBySlack(team, user)
  if (known && !known.active) throw deactivated()
  return known
}

const deactivated = () => forbidden('Your account on the support desk is deactivated. Ask an admin.')
