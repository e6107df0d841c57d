import type { APIMessage } from 'discord-api-types/v10'
import { sentAt } from '../markdown/timestamp.ts'
import { nameOf } from './name-of.ts'

export const Author = ({ message }: { message: APIMessage }) => (
  <div className="d-author">
    <b>{nameOf(message.author)}</b>
    {message.author.bot && <span className="d-badge">APP</span>}
    <time dateTime={message.timestamp} title={new Date(message.timestamp).toLocaleString('en-US')}>
      {sentAt(message.timestamp, new Date())}
    </time>
  </div>
)
