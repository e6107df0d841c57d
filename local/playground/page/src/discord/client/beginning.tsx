import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import { Hash, Thread } from '../../shared/icons.tsx'
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
  const isThread = screen.threads.some(({ channel }) => channel.id === place)
  return (
    <div className="d-beginning">
      <span className="d-beginning-icon">{isThread ? <Thread /> : <Hash />}</span>
      <h3>{isThread ? name : `Welcome to #${name}!`}</h3>
      {!isThread && <p>This is the start of the #{name} channel.</p>}
    </div>
  )
}
