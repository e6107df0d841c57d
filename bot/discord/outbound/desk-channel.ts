import {
  type APIChannel,
  type APIGuildForumChannel,
  type APIGuildForumTag,
  ChannelFlags,
  ChannelType,
  Routes,
} from 'discord-api-types/v10'
import { LRUCache } from 'lru-cache'
import type { Log } from '../../../core/log.ts'
import type { Calls } from './calls.ts'
import { missingTags, tagsToMake } from './forum-tags.ts'

/** The desk's channel when it is a forum. */
export type Forum = { tags: APIGuildForumTag[]; requiresTag: boolean }

export type DeskChannel = {
  id: string
  /** the forum as it was at most a minute ago. Null: the channel is no forum */
  forum: () => Promise<Forum | null>
  /** asks Discord again next time, e.g. after it did not know a tag */
  forget: () => void
}

const knownForMs = 60_000

/** What kind of channel the desk's is. In a forum, the tags that the desk needs are made. */
export function createDeskChannel(calls: Calls, id: string, log: Log): DeskChannel {
  let warned = ''
  const warn: Warn = (missing, reason) => {
    if (warned === String(missing)) return
    warned = String(missing)
    const remedy = 'Add them to the forum, or give the bot the permission Manage Channels.'
    log.warn({ missing, reason }, `Discord: the forum lacks tags that the desk uses. ${remedy}`)
  }
  const known = new LRUCache<string, { forum: Forum | null }>({
    max: 1,
    ttl: knownForMs,
    fetchMethod: async () => ({ forum: await readForum(calls, id, warn) }),
  })
  return {
    id,
    forum: async () => (await known.fetch(id))?.forum ?? null,
    forget: () => known.clear(),
  }
}

async function readForum(calls: Calls, id: string, warn: Warn): Promise<Forum | null> {
  const channel = await calls.call<APIChannel>('get', Routes.channel(id), { channelKind: 'desk' })
  if (channel.type !== ChannelType.GuildForum) return null
  const { available_tags } = await withTags(calls, channel, warn)
  return { tags: available_tags, requiresTag: ((channel.flags ?? 0) & ChannelFlags.RequireTag) !== 0 }
}

type Warn = (missing: string[], reason: string) => void

/** Makes missing tags. Where the bot may not, the desk works with those that exist. */
async function withTags(calls: Calls, forum: APIGuildForumChannel, warn: Warn) {
  const made = tagsToMake(forum.available_tags)
  const missing = missingTags(forum.available_tags)
  if (missing.length === 0) return forum
  if (made.length < missing.length) warn(missing, 'A forum takes 20 tags')
  if (made.length === 0) return forum
  try {
    const body = { available_tags: [...forum.available_tags, ...made] }
    return await calls.bare<APIGuildForumChannel>('patch', Routes.channel(forum.id), { body })
  } catch (error) {
    warn(missing, (error as Error).message)
    return forum
  }
}
