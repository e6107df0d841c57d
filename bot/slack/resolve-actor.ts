import type { Desk } from '../../core/desk.ts'
import { forbidden } from '../../core/errors.ts'
import type { SlackHandle } from '../../core/users/handles/handles.ts'
import { slackUser } from '../../core/users/handles/slack-user.ts'
import type { User } from '../../core/users/user.ts'

/** Who sent an interaction. On an organisation-wide installation only the user carries the team. */
export const handleOf = (body: {
  team?: { id: string } | null
  user: { id: string; team_id?: string | undefined }
}): SlackHandle => ({ team: body.team?.id ?? body.user.team_id ?? '', user: body.user.id })

/** @throws forbidden for a deactivated account */
export async function activeUser(desk: Desk, handle: SlackHandle, name: string): Promise<User> {
  const user = await slackUser(desk, handle, name)
  if (!user.active) throw forbidden('Your account on the support desk is deactivated. Please ask an admin.')
  return user
}
