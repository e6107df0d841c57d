import { Fragment, useState } from 'react'
import type { SlackShownMessage } from '../../../../../slack/screen-shape.ts'
import { dayOf, isGroupedWith } from '../message/message-time.ts'
import { ListedMessage } from './listed-message.tsx'
import type { Slack } from './use-slack.ts'

type Props = {
  slack: Slack
  channel: string
  messages: SlackShownMessage[]
  onOpenThread?: (ts: string) => void
}

/** Messages in order, with a line between days. */
export function MessageList({ slack, channel, messages, onOpenThread }: Props) {
  const [edited, setEdited] = useState<string | null>(null)
  const now = new Date()
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const day = dayOf(message.ts, now)
    return (
      <Fragment key={message.ts}>
        {(!before || dayOf(before.ts, now) !== day) && onOpenThread && (
          <div className="s-day">
            <span>{day}</span>
          </div>
        )}
        <ListedMessage
          slack={slack}
          channel={channel}
          message={message}
          isCompact={isGroupedWith(message, before)}
          isEdited={edited === message.ts}
          onEdit={setEdited}
          onOpenThread={onOpenThread}
        />
      </Fragment>
    )
  })
}
