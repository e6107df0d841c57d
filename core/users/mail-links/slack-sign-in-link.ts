import type { Desk } from '../../desk.ts'
import type { SlackHandle } from '../handles/handles.ts'
import { localPath } from '../sign-in/local-path.ts'

/**
 * Creates a link that signs in the person who asked for it on Slack, and continues to a page. It works once, within ten
 * minutes, and only while the Slack account is theirs.
 * @param next path of the console
 * @returns the secret and whom it signs in; null for somebody who has no account or a deactivated one
 * @throws too-many
 */
export async function slackSignInLink(
  desk: Pick<Desk, 'users' | 'links' | 'limits'>,
  slack: SlackHandle,
  next: string,
): Promise<{ token: string; name: string } | null> {
  const user = await desk.users.findBySlack(slack.team, slack.user)
  if (!user?.active) return null
  await desk.limits.take(user, 'changes')
  const token = await desk.links.create('slack-sign-in', { user: user._id, slack, next: localPath(next) })
  return { token, name: user.name }
}
