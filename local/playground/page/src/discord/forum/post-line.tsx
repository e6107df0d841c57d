import type { APIGuildForumTag, APIMessage } from 'discord-api-types/v10'
import type { DiscordThread } from '../../../../../discord/screen-shape.ts'
import { Message } from '../../shared/icons.tsx'
import { DiscordMarkdown } from '../markdown/markdown.tsx'
import { timeSince } from '../markdown/timestamp.ts'
import { nameOf } from '../message/name-of.ts'
import { lastActivityAt } from './last-activity-at.ts'
import { PostTags } from './post-tags.tsx'
import { previewOf } from './preview-of.ts'

/** @property first the message that the post began with; undefined when somebody has deleted it */
export type Post = DiscordThread & { first: APIMessage | undefined }

type Props = { post: Post; tags: APIGuildForumTag[]; onGo: (id: string) => void }

/** One post in a forum's list: its tags, its title, how it begins, and how busy it is. */
export function PostLine({ post: { channel, first, unread }, tags, onGo }: Props) {
  const replies = Math.max(0, (channel.message_count ?? 0) - 1)
  return (
    <article className={`d-post${unread > 0 ? ' d-unread' : ''}`}>
      <PostTags tags={tags} applied={channel.applied_tags ?? []} />
      <h3>
        <button type="button" className="d-post-open" onClick={() => onGo(channel.id)}>
          {channel.name}
        </button>
      </h3>
      {first && (
        <p className="d-post-preview">
          <b>{nameOf(first.author)}: </b>
          <DiscordMarkdown text={previewOf(first)} />
        </p>
      )}
      <p className="d-post-foot">
        <span title={replies === 1 ? '1 message' : `${replies} messages`}>
          <Message /> {replies}
        </span>
        {unread > 0 && <span className="d-post-new">{unread} new</span>}
        <time dateTime={lastActivityAt(channel).toISOString()}>
          {timeSince(lastActivityAt(channel), new Date())}
        </time>
      </p>
    </article>
  )
}
