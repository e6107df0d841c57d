import { type APIMessage, MessageType } from 'discord-api-types/v10'
import type { ReactNode } from 'react'
import { Pencil, Plus, Thread } from '../../shared/icons.tsx'
import { PlatformError } from '../../shared/platform-error.tsx'
import { sentAt } from '../markdown/timestamp.ts'
import { nameOf } from './name-of.ts'

type Props = { message: APIMessage; onOpenThread: (id: string) => void }

/** What Discord itself says in a channel: https://discord.com/developers/docs/resources/message#message-object-message-types */
export function SystemMessage({ message, onOpenThread }: Props) {
  const name = <b>{nameOf(message.author)}</b>
  switch (message.type) {
    case MessageType.ThreadCreated:
      return (
        <Line message={message} icon={<Thread />}>
          {name} started a thread:{' '}
          <button
            type="button"
            className="d-link"
            onClick={() => onOpenThread(message.message_reference?.channel_id ?? message.id)}
          >
            {message.content}
          </button>
        </Line>
      )
    case MessageType.ChannelNameChange:
      return (
        <Line message={message} icon={<Pencil />}>
          {name} changed the post title: <b>{message.content}</b>
        </Line>
      )
    case MessageType.ChannelPinnedMessage:
      return (
        <Line message={message} icon={<Pencil />}>
          {name} pinned a message to this channel.
        </Line>
      )
    case MessageType.RecipientAdd:
      return (
        <Line message={message} icon={<Plus />}>
          {name} added {message.mentions[0] ? nameOf(message.mentions[0]) : 'somebody'} to the thread.
        </Line>
      )
    case MessageType.UserJoin:
      return (
        <Line message={message} icon={<Plus />}>
          {name} joined the party.
        </Line>
      )
    case MessageType.ThreadStarterMessage:
      return null
    default:
      return <PlatformError>Message of type {message.type}</PlatformError>
  }
}

const Line = ({ message, icon, children }: { message: APIMessage; icon: ReactNode; children: ReactNode }) => (
  <article className="d-message d-system" data-id={message.id}>
    <div className="d-gutter">{icon}</div>
    <div className="d-content">
      {children} <time>{sentAt(message.timestamp, new Date())}</time>
    </div>
  </article>
)
