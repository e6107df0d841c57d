import type { Desk } from '../../desk.ts'
import { identifySlackUser, slackUser } from '../handles/slack-user.ts'
import type { User } from '../user.ts'
import type { Identity } from './identity.ts'
import { OpenIdRefusal } from './problem.ts'

/**
 * The account of somebody whom Slack has identified: the same as if they had pressed a button there. People of the
 * workspace have accounts whatever the sign-up rule.
 * @param team id of the desk's own workspace
 * @throws OpenIdRefusal
 */
export async function findSlackAccount(desk: Desk, identity: Identity, team: string): Promise<User> {
  const { slack, email, name } = identity
  if (slack?.team !== team) throw new OpenIdRefusal('workspace')
  const known = await slackUser(desk, slack, name)
  if (!known.email) await identifySlackUser(desk, known._id, { email, name: name || known.name })
  const user = await desk.users.findBySlack(slack.team, slack.user)
  if (!user?.active) throw new OpenIdRefusal('deactivated')
  return user
}
