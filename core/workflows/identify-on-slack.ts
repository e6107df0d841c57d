import type { Handled } from '../outbox/outbox.ts'
import { ignoreRefusal } from '../provider-errors.ts'
import { identifySlackUser } from '../users/handles/slack-user.ts'
import type { User } from '../users/user.ts'
import type { SlackWorker } from './worker.ts'

/** Asks Slack for a user's profile. A confirmed address completes their account or merges it with another. */
export async function identifyOnSlack({ desk, slack }: SlackWorker, user: User): Promise<Handled> {
  if (!user.slack || user.email) return { result: `account ${user._id} already identified` }
  const profile = await slack.profileOf(user.slack).catch(ignoreRefusal)
  if (!profile?.email) {
    desk.log.warn({ user: user._id }, 'Slack shows no confirmed e-mail address: no account mail')
    return { result: `account ${user._id} has no confirmed address` }
  }
  await identifySlackUser(desk, user._id, { ...profile, email: profile.email })
  return { result: `account ${user._id} identified` }
}
