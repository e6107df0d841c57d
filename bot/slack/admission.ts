import type { UsersInfoResponse, WebClient } from '@slack/web-api'
import { LRUCache } from 'lru-cache'
import pTimeout from 'p-timeout'
import type { SlackAdmits } from '../../core/configuration/slack-admits.ts'
import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/log.ts'
import { type Sentence, sentence } from '../../core/text/sentence.ts'
import { type SlackHandle, slackKey } from '../../core/users/handles/handles.ts'
import { briefError } from './connection/brief-error.ts'

/** Guests belong to the workspace but see few channels. Strangers belong to another company: Slack Connect. */
export type Membership = 'member' | 'guest' | 'stranger'

/**
 * What somebody is in a workspace: https://docs.slack.dev/reference/objects/user-object. `is_stranger` is false for people
 * of another company with whom the app shares a channel, so their workspace counts. In Enterprise Grid one person is in
 * several workspaces.
 */
export function membershipOf(user: NonNullable<UsersInfoResponse['user']>, team: string): Membership {
  const teams = [user.team_id, ...(user.enterprise_user?.teams ?? [])].filter(Boolean)
  if (user.is_stranger || (teams.length > 0 && !teams.includes(team))) return 'stranger'
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member'
}

const refused: Record<SlackAdmits, readonly Membership[]> = {
  members: ['guest', 'stranger'],
  guests: ['stranger'],
  everyone: [],
}

const words: Record<Exclude<Membership, 'member'>, Sentence> = {
  guest: sentence`The support desk is for members of this workspace. Ask the colleague who invited you to file for you.`,
  stranger: sentence`The support desk is for this company’s people. Ask your contact here to file for you.`,
}

const unknown = sentence`Slack did not tell the desk who you are. Try again in a minute.`

/** @returns null: let in; else why not. A null membership means that Slack did not answer */
export function refusalFor(membership: Membership | null, admits: SlackAdmits): Sentence | null {
  // By default filing waits for nothing, so only a desk for members alone wants to know first.
  if (membership === null) return admits === 'members' ? unknown : null
  return membership !== 'member' && refused[admits].includes(membership) ? words[membership] : null
}

export type Admit = (handle: SlackHandle) => Promise<Sentence | null>

const lookUpWithinMs = 700
const keptMs = 10 * 60_000

/**
 * Says who may get an account on the desk. Whoever has one is let in: an admin may deactivate it.
 * @returns a function that gives null, or why somebody is refused
 */
export function createAdmission({
  desk,
  client,
  admits,
  log,
}: {
  desk: { users: Pick<Desk['users'], 'findBySlack'> }
  client: WebClient
  admits: SlackAdmits
  log: Log
}): Admit {
  const kept = new LRUCache<string, Membership>({ max: 2_000, ttl: keptMs })

  async function lookUp({ team, user }: SlackHandle): Promise<Membership | null> {
    try {
      const asked = client.users.info({ user })
      const answer = await pTimeout(asked, { milliseconds: lookUpWithinMs })
      return answer.user ? membershipOf(answer.user, team) : null
    } catch (error) {
      log.warn({ err: briefError(error) }, 'Slack did not tell whether somebody is a member')
      return null
    }
  }

  return async (handle) => {
    if (admits === 'everyone' || (await desk.users.findBySlack(handle.team, handle.user))) return null
    const key = slackKey(handle)
    const membership = kept.get(key) ?? (await lookUp(handle))
    if (membership) kept.set(key, membership)
    return refusalFor(membership, admits)
  }
}
