import type { StoredMessage, TextChannel, World } from '../world.ts'

/** The first messages of a forum's posts, whose ids are the posts'. */
export const firstMessagesIn = (world: World, forum: TextChannel): StoredMessage[] =>
  [...world.channels.values()]
    .filter((channel) => channel.kind === 'thread' && channel.parentId === forum.id)
    .flatMap(({ id }) => world.messages.get(id) ?? [])
