import type { APIChannel } from 'discord-api-types/v10'
import { Thread } from '../../shared/icons.tsx'

/** The box below the message that a thread started from. */
export function ThreadLink({ thread, onOpen }: { thread: APIChannel; onOpen: (id: string) => void }) {
  const count = 'message_count' in thread ? (thread.message_count ?? 0) : 0
  return (
    <button type="button" className="d-thread-link" onClick={() => onOpen(thread.id)}>
      <span className="d-thread-name">
        <Thread /> <b>{thread.name}</b>
      </span>
      <span className="d-thread-more">{count === 1 ? '1 Message' : `${count} Messages`} ›</span>
    </button>
  )
}
