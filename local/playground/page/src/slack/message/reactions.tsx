import type { SlackPerson, SlackShownMessage } from '../../../../../slack/screen-shape.ts'
import { Emoji } from '../text/inline.tsx'

type Props = {
  message: SlackShownMessage
  me: string
  people: SlackPerson[]
  onReact: (name: string, on: boolean) => void
}

export function Reactions({ message, me, people, onReact }: Props) {
  const { reactions = [] } = message
  if (reactions.length === 0) return null
  const nameOf = (id: string) => people.find((person) => person.id === id)?.realName ?? id
  return (
    <div className="s-reactions">
      {reactions.map(({ name, users, count }) => {
        const isMine = users.includes(me)
        return (
          <button
            type="button"
            key={name}
            className="s-reaction"
            aria-pressed={isMine}
            title={`${users.map(nameOf).join(', ')} reacted with :${name}:`}
            onClick={() => onReact(name, !isMine)}
          >
            <Emoji name={name} /> {count}
          </button>
        )
      })}
    </div>
  )
}
