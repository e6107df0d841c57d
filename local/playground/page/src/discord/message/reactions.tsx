import type { APIMessage, APIReaction } from 'discord-api-types/v10'

type Props = { message: APIMessage; onReact: (emoji: string, on: boolean) => void }

export function Reactions({ message, onReact }: Props) {
  const { reactions = [] } = message
  if (reactions.length === 0) return null
  return (
    <div className="d-reactions">
      {reactions.map((reaction) => (
        <Pill key={reaction.emoji.name} reaction={reaction} onReact={onReact} />
      ))}
    </div>
  )
}

const Pill = ({ reaction, onReact }: { reaction: APIReaction; onReact: Props['onReact'] }) => {
  const name = reaction.emoji.name ?? ''
  return (
    <button
      type="button"
      className="d-reaction"
      aria-pressed={reaction.me}
      aria-label={`${name}, ${reaction.count}`}
      onClick={() => onReact(name, !reaction.me)}
    >
      <span className="emoji">{name}</span> {reaction.count}
    </button>
  )
}
