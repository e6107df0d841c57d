import type { ReactNode } from 'react'
import type { SlackPerson, SlackShownMessage } from '../../../../../slack/screen-shape.ts'
import { Avatar } from '../../shared/avatar.tsx'
import { Close, Eye } from '../../shared/icons.tsx'
import { Body } from './body.tsx'
import { clockOf, dateOf } from './message-time.ts'
import { Reactions } from './reactions.tsx'
import { ThreadSummary } from './thread-summary.tsx'

export type MessageProps = {
  message: SlackShownMessage
  author: SlackPerson
  /** Follows a message of the same author: without picture and name. */
  isCompact: boolean
  /** The hover menu. */
  toolbar?: ReactNode
  /** In place of the message's content, while it is edited. */
  editor?: ReactNode
  people: SlackPerson[]
  me: string
  onReact: (name: string, on: boolean) => void
  onOpenThread?: (() => void) | undefined
  onDismiss: () => void
}

/** One message, as Slack's client lays it out. */
export function Message(props: MessageProps) {
  const { message, author, isCompact } = props
  const isCompactHere = isCompact && !message.is_ephemeral
  return (
    <article
      className={isCompactHere ? 's-message s-compact' : 's-message'}
      aria-label={`${author.realName}, ${clockOf(message.ts)}`}
      data-ts={message.ts}
    >
      {message.is_ephemeral && <OnlyToYou onDismiss={props.onDismiss} />}
      <div className="s-gutter">
        {isCompactHere ? (
          <time className="s-hover-time">{clockOf(message.ts).replace(/ [AP]M/, '')}</time>
        ) : (
          <Avatar id={author.id} name={author.realName} size={36} />
        )}
      </div>
      <div className="s-content">
        {!isCompactHere && <Author author={author} ts={message.ts} />}
        {props.editor ?? <Body message={message} />}
        <Reactions message={message} me={props.me} people={props.people} onReact={props.onReact} />
        {props.onOpenThread && (message.reply_count ?? 0) > 0 && (
          <ThreadSummary message={message} people={props.people} onOpen={props.onOpenThread} />
        )}
      </div>
      {!message.is_ephemeral && props.toolbar}
    </article>
  )
}

const Author = ({ author, ts }: { author: SlackPerson; ts: string }) => (
  <div className="s-author">
    <b>{author.realName}</b>
    {author.isBot && <span className="s-badge">APP</span>}
    <time title={dateOf(ts).toLocaleString('en-US')}>{clockOf(ts)}</time>
  </div>
)

const OnlyToYou = ({ onDismiss }: { onDismiss: () => void }) => (
  <div className="s-only-you">
    <Eye /> Only visible to you
    <button type="button" className="icon-button s-dismiss" aria-label="Dismiss message" onClick={onDismiss}>
      <Close />
    </button>
  </div>
)
