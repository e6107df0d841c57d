import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import { Hash, People, Thread } from '../../shared/icons.tsx'
import { placeName } from './place.ts'
import { ThreadMenu } from './thread-menu.tsx'

type Props = {
  screen: DiscordScreen
  place: string | null
  onGo: (id: string) => void
  hasMembers: boolean
  onMembers: () => void
}

export function ChatHead({ screen, place, onGo, hasMembers, onMembers }: Props) {
  const isThread = screen.threads.some(({ channel }) => channel.id === place)
  const isDirect = place === screen.direct.id
  return (
    <header className="d-head">
      {isDirect ? '@' : isThread ? <Thread /> : <Hash />}
      <h2>{placeName(screen, place)}</h2>
      <ThreadMenu screen={screen} channel={place} onGo={onGo} />
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
