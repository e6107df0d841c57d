import type { Handled } from '../outbox/outbox.ts'
import { ignoreRefusal } from '../provider-errors.ts'
import { followSlackName, identifySlackUser } from '../users/handles/slack-user.ts'
import type { User } from '../users/user.ts'
import type { SlackWorker } from './worker.ts'

/**
 * Asks Slack for a user's profile. Their name there becomes their name here. A confirmed address completes their account
 * or merges it with another.
 */
export async function identifyOnSlack({ desk, slack }: SlackWorker, user: User): Promise<Handled> {
  if (!user.slack) return { result: `account ${user._id} is not on Slack any more` }
  const profile = await slack.profileOf(user.slack).catch(ignoreRefusal)
  if (!profile) return { result: `account ${user._id} has no profile` }
  if (!user.email && profile.email)
    await identifySlackUser(desk, user._id, { ...profile, email: profile.email })
  else await followSlackName(desk, user._id, profile.name)
  if (user.email || profile.email) return { result: `account ${user._id} identified` }
  desk.log.warn({ user: user._id }, 'Slack shows no confirmed e-mail address: no account mail')
  return { result: `account ${user._id} has no confirmed address` }
}
