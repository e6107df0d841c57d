import type { APIGuildForumTag } from 'discord-api-types/v10'
import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import { placeName } from '../client/place.ts'
import { ForumPosts } from './forum-posts.tsx'
import { lastActivityAt } from './last-activity-at.ts'

type Props = {
  screen: DiscordScreen
  /** what the person has opened: nothing is shown until its posts are here */
  place: string
  tags: APIGuildForumTag[]
  onGo: (id: string) => void
}

/** The forum that the person has open. */
export function ClientForum({ screen, place, tags, onGo }: Props) {
  const { open, threads } = screen
  if (open?.id !== place) return <div className="d-chat" />
  const posts = threads
    .filter(({ channel }) => channel.parent_id === place)
    .map((thread) => ({ ...thread, first: open.messages.find(({ id }) => id === thread.channel.id) }))
    .sort((one, other) => lastActivityAt(other.channel).getTime() - lastActivityAt(one.channel).getTime())
  return <ForumPosts name={placeName(screen, place)} tags={tags} posts={posts} onGo={onGo} />
}
