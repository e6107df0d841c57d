import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import { Forum, Hash, People, Thread } from '../../shared/icons.tsx'
import { ListButton } from '../../shared/list-button.tsx'
import { placeName } from './place.ts'
import { ThreadMenu } from './thread-menu.tsx'

type Props = {
  screen: DiscordScreen
  place: string | null
  onGo: (id: string) => void
  onList: () => void
  hasMembers: boolean
  onMembers: () => void
}

export function ChatHead({ screen, place, onGo, onList, hasMembers, onMembers }: Props) {
  const isThread = screen.threads.some(({ channel }) => channel.id === place)
  const isForum = screen.channels.some(({ id, forumTags }) => id === place && forumTags)
  const isDirect = place === screen.direct.id
  return (
    <header className="d-head">
      <ListButton onOpen={onList} />
      {isDirect ? '@' : isThread ? <Thread /> : isForum ? <Forum /> : <Hash />}
      <h2>{placeName(screen, place)}</h2>
      {!isForum && <ThreadMenu screen={screen} channel={place} onGo={onGo} />}
      <button
        type="button"
        className="icon-button"
        aria-label="Member list"
        aria-pressed={hasMembers}
        onClick={onMembers}
      >
        <People />
      </button>
    </header>
  )
}
