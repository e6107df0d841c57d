import type { Desk } from '../../desk.ts'
import { invalid } from '../../errors.ts'
import type { Link, LinkPurpose } from '../sign-in/session-model.ts'
import type { User } from '../user.ts'

/** The links that open a page of the console. Others are codes to type into a chat. */
export const pagePurposes = ['setup', 'invite', 'confirm', 'reset', 'sign-in', 'slack-sign-in'] as const
export type PagePurpose = (typeof pagePurposes)[number]
export type FoundLink = { link: Link & { purpose: PagePurpose }; user: User | null }

export const invalidLink = () =>
  invalid('token', 'This link was already used or has expired. Ask for a new one.')

/**
 * Finds a link without using it up. The link for the first admin is invalid once there is an admin, any other one for a
 * deactivated account, and one from Slack once that Slack account is no longer this person's.
 * @throws invalid
 */
export async function findLink(desk: Desk, token: string): Promise<FoundLink> {
  const found = await desk.links.peek(token)
  if (!found || !isForPage(found.purpose)) throw invalidLink()
  const link = { ...found, purpose: found.purpose }
  if (link.purpose === 'setup' && (await desk.users.admins()).length > 0) throw invalidLink()
  const user = link.user ? await desk.users.find(link.user) : null
  if (link.user && !user?.active) throw invalidLink()
  if (link.slack && (await desk.users.findBySlack(link.slack.team, link.slack.user))?._id !== link.user)
    throw invalidLink()
  return { link, user }
}

const isForPage = (purpose: LinkPurpose): purpose is PagePurpose =>
  (pagePurposes as readonly LinkPurpose[]).includes(purpose)
