import type { APIGuildForumTag } from 'discord-api-types/v10'
import { capitalised } from '../../../core/tickets/card.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { priorities, type Status, statuses } from '../../../core/tickets/ticket-values.ts'

/** https://discord.com/developers/docs/resources/channel#channel-object: tags of a forum, and of one post. */
const maxOfForum = 20
const maxOfPost = 5

const statusTags: Record<Status, string> = {
  open: 'Open',
  in_progress: 'In progress',
  waiting: 'Waiting',
  resolved: 'Resolved',
  closed: 'Closed',
}

/** The names of all tags that the desk uses. */
export const deskTags = [...statuses.map((status) => statusTags[status]), ...priorities.map(capitalised)]

type Tag = Pick<APIGuildForumTag, 'id' | 'name'>

const isNamed = (name: string) => (tag: { name: string }) => tag.name.toLowerCase() === name.toLowerCase()

/** The desk's tags that a forum lacks, as far as it takes more. Others than moderators can't set them by hand. */
export const tagsToMake = (available: readonly Tag[]) =>
  missingTags(available)
    .slice(0, Math.max(0, maxOfForum - available.length))
    .map((name) => ({ name, moderated: true }))

/** The names of the desk's tags that a forum lacks. */
export const missingTags = (available: readonly Tag[]) =>
  deskTags.filter((name) => !available.some(isNamed(name)))

/**
 * The tags of a ticket's post: its status and priority, and those that people gave it. Where a tag is required and none
 * fits, any is better than no post.
 * @param applied ids of the tags that the post has now
 */
export function tagsOf(
  { status, priority }: Pick<Ticket, 'status' | 'priority'>,
  { tags, requiresTag }: { tags: readonly Tag[]; requiresTag: boolean },
  applied: readonly string[] = [],
): string[] {
  const wanted = [statusTags[status], ...(priority ? [capitalised(priority)] : [])]
  const own = wanted.flatMap((name) => tags.find(isNamed(name))?.id ?? [])
  const isByHand = ({ id, name }: Tag) =>
    applied.includes(id) && !deskTags.some((one) => isNamed(one)({ name }))
  const all = [...own, ...tags.filter(isByHand).map(({ id }) => id)].slice(0, maxOfPost)
  return all.length === 0 && requiresTag ? tags.slice(0, 1).map(({ id }) => id) : all
}
