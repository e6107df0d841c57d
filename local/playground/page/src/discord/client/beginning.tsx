import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import { Hash, Thread } from '../../shared/icons.tsx'
import { PostTags } from '../forum/post-tags.tsx'
import { placeName } from './place.ts'

/** What stands above the first message. */
export function Beginning({ screen, place }: { screen: DiscordScreen; place: string }) {
  const name = placeName(screen, place)
  if (place === screen.direct.id)
    return (
      <div className="d-beginning">
        <h3>{name}</h3>
        <p>This is the beginning of your direct message history with {name}.</p>
      </div>
    )
  const thread = screen.threads.find(({ channel }) => channel.id === place)?.channel
  const forum = screen.channels.find(({ id }) => id === thread?.parent_id)
  return (
    <div className="d-beginning">
      <span className="d-beginning-icon">{thread ? <Thread /> : <Hash />}</span>
      <h3>{thread ? name : `Welcome to #${name}!`}</h3>
      <PostTags tags={forum?.forumTags ?? []} applied={thread?.applied_tags ?? []} />
      {!thread && <p>This is the start of the #{name} channel.</p>}
    </div>
  )
}
