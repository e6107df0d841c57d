import type { SlackPerson, SlackShownMessage } from '../../../../../slack/screen-shape.ts'
import { Avatar } from '../../shared/avatar.tsx'
import { ago } from '../text/slack-date.ts'

type Props = { message: SlackShownMessage; people: SlackPerson[]; onOpen: () => void }

/** "2 replies, last reply 3 minutes ago", which opens the thread. */
export function ThreadSummary({ message, people, onOpen }: Props) {
  const count = message.reply_count ?? 0
  const repliers = (message.reply_users ?? []).slice(0, 5)
  return (
    <button type="button" className="s-thread-summary" onClick={onOpen}>
      {repliers.map((id) => (
        <Avatar
          key={id}
          id={id}
          name={people.find((person) => person.id === id)?.realName ?? '?'}
          size={24}
        />
      ))}
      <b>{count === 1 ? '1 reply' : `${count} replies`}</b>
      {message.latest_reply && (
        <span className="s-last-reply">Last reply {ago(Number(message.latest_reply), new Date())}</span>
      )}
    </button>
  )
}
