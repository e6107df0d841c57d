import { type APIMessage, MessageFlags } from 'discord-api-types/v10'
import { Fragment, useState } from 'react'
import { isUserMessage } from '../message/is-user-message.ts'
import { ListedMessage } from './listed-message.tsx'
import type { Discord } from './use-discord.ts'

type Props = {
  discord: Discord
  messages: APIMessage[]
  onReply: (id: string) => void
  onGo: (id: string) => void
}

const sameAuthorMs = 7 * 60_000

/** Discord shows the author once for messages within seven minutes of each other. */
const isGroupedWith = (message: APIMessage, before: APIMessage | undefined) =>
  before !== undefined &&
  before.author.id === message.author.id &&
  isUserMessage(before) &&
  isEphemeral(before) === isEphemeral(message) &&
  Date.parse(message.timestamp) - Date.parse(before.timestamp) < sameAuthorMs &&
  dayOf(message) === dayOf(before)

const isEphemeral = ({ flags }: APIMessage) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0

const dayOf = ({ timestamp }: APIMessage) =>
  new Date(timestamp).toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric' })

/** Messages in order, with a line between days. */
export function MessageList({ discord, messages, onReply, onGo }: Props) {
  const [edited, setEdited] = useState<string | null>(null)
  return messages.map((message, index) => {
    const before = messages[index - 1]
    return (
      <Fragment key={message.id}>
        {(!before || dayOf(before) !== dayOf(message)) && <div className="d-day">{dayOf(message)}</div>}
        <ListedMessage
          discord={discord}
          message={message}
          isCompact={isGroupedWith(message, before)}
          isEdited={edited === message.id}
          onEdit={setEdited}
          onReply={() => onReply(message.id)}
          onGo={onGo}
        />
      </Fragment>
    )
  })
}
