import { type APIMessage, MessageFlags, MessageType } from 'discord-api-types/v10'
import type { ReactNode } from 'react'
import { Avatar } from '../../shared/avatar.tsx'
import { sentAt } from '../markdown/timestamp.ts'
import { ActedOn } from './acted-on.tsx'
import { Author } from './author.tsx'
import { Body } from './body.tsx'
import { isUserMessage } from './is-user-message.ts'
import { nameOf } from './name-of.ts'
import { OnlyToYou } from './only-to-you.tsx'
import { Reactions } from './reactions.tsx'
import { SystemMessage } from './system-message.tsx'
import { ThreadLink } from './thread-link.tsx'

export type MessageProps = {
  message: APIMessage
  isCompact: boolean
  /** It mentions the reader, so it is highlighted. */
  isForMe: boolean
  toolbar?: ReactNode
  editor?: ReactNode
  onReact: (emoji: string, on: boolean) => void
  onDismiss: () => void
  onOpenThread: (id: string) => void
}

/** The first message of a forum's post has the post's id, and does not lead into it. */
const leadsTo = ({ thread, channel_id }: APIMessage) => (thread?.id === channel_id ? undefined : thread)

/** A thread's first message does not lead into it. */
const withoutThread = ({ thread: _, ...message }: APIMessage): APIMessage => message

/** One message, as Discord's client lays it out. */
export function Message(props: MessageProps) {
  const { message } = props
  const { referenced_message: started } = message
  if (message.type === MessageType.ThreadStarterMessage && started)
    return <Message {...props} message={withoutThread(started)} toolbar={undefined} isCompact={false} />
  if (!isUserMessage(message)) return <SystemMessage message={message} onOpenThread={props.onOpenThread} />
  const isEphemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const isCompact = props.isCompact && !message.referenced_message && !message.interaction_metadata
  const thread = leadsTo(message)
  const kinds = [
    'd-message',
    isCompact ? 'd-compact' : 'd-first',
    isEphemeral ? 'd-ephemeral' : '',
    props.isForMe ? 'd-for-me' : '',
  ]
  return (
    <article
      className={kinds.filter(Boolean).join(' ')}
      aria-label={`${nameOf(message.author)}, ${sentAt(message.timestamp, new Date())}`}
      data-id={message.id}
    >
      <ActedOn message={message} />
      <div className="d-gutter">
        {isCompact ? (
          <time className="d-hover-time">{sentAt(message.timestamp, new Date())}</time>
        ) : (
          <Avatar id={message.author.id} name={nameOf(message.author)} size={40} round />
        )}
      </div>
      <div className="d-content">
        {!isCompact && <Author message={message} />}
        {props.editor ?? <Body message={message} />}
        <Reactions message={message} onReact={props.onReact} />
        {thread && <ThreadLink thread={thread} onOpen={props.onOpenThread} />}
        {isEphemeral && <OnlyToYou onDismiss={props.onDismiss} />}
      </div>
      {!isEphemeral && props.toolbar}
    </article>
  )
}
