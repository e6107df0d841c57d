import './forum.css'
import type { APIGuildForumTag } from 'discord-api-types/v10'
import { useState } from 'react'
import { type Post, PostLine } from './post-line.tsx'
import { TagFilter } from './tag-filter.tsx'

type Props = { name: string; tags: APIGuildForumTag[]; posts: Post[]; onGo: (id: string) => void }

/** A forum: its posts in the order given, those that are archived below. */
export function ForumPosts({ name, tags, posts, onGo }: Props) {
  const [chosen, setChosen] = useState<string[]>([])
  const shown = posts.filter(({ channel }) => chosen.every((tag) => channel.applied_tags?.includes(tag)))
  const older = shown.filter(isArchived)
  const line = (post: Post) => <PostLine key={post.channel.id} post={post} tags={tags} onGo={onGo} />
  return (
    <section className="d-forum scroll" aria-label={`Posts in ${name}`}>
      <TagFilter tags={tags} chosen={chosen} onChange={setChosen} />
      {shown.filter((post) => !isArchived(post)).map(line)}
      {older.length > 0 && <h3 className="d-older">Older posts</h3>}
      {older.map(line)}
      {shown.length === 0 && (
        <p className="d-forum-empty">
          {chosen.length > 0 ? 'No post has all of these tags.' : `There are no posts in ${name} yet.`}
        </p>
      )}
    </section>
  )
}

const isArchived = ({ channel }: Post) => channel.thread_metadata?.archived ?? false
