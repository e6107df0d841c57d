import { type APIMessage, MessageFlags } from 'discord-api-types/v10'
import { keyed } from '../../shared/keyed.ts'
import { Components } from '../components/components.tsx'
import { Embed } from '../embed.tsx'
import { DiscordMarkdown } from '../markdown/markdown.tsx'
import { parseDiscord } from '../markdown/parse.ts'
import { sentAt } from '../markdown/timestamp.ts'
import { Attachments } from './attachments.tsx'

/** What a message says: text, attachments, embeds and components, in this order. */
export function Body({ message }: { message: APIMessage }) {
  const flags = message.flags ?? 0
  if (flags & MessageFlags.Loading) return <Thinking name={message.author.username} />
  const { embeds = [], components = [] } = message
  return (
    <>
      {message.content && <Content message={message} />}
      <Snapshots message={message} />
      <Attachments attachments={message.attachments ?? []} />
      {!(flags & MessageFlags.SuppressEmbeds) &&
        keyed(embeds).map(({ key, item }) => <Embed key={key} embed={item} />)}
      <Components components={components} />
    </>
  )
}

const Content = ({ message }: { message: APIMessage }) => (
  <div className={isOnlyEmoji(message.content) ? 'd-text d-jumbo' : 'd-text'}>
    <DiscordMarkdown text={message.content} />
    {message.edited_timestamp && (
      <small className="d-edited" title={sentAt(message.edited_timestamp, new Date())}>
        {' '}
        (edited)
      </small>
    )}
  </div>
)

/** Up to 30 emoji alone are shown large. */
function isOnlyEmoji(content: string): boolean {
  const nodes = parseDiscord(content.trim()).filter(({ content: text }) => text !== ' ')
  return nodes.length <= 30 && nodes.every(({ type }) => type === 'twemoji' || type === 'emoji')
}

const Thinking = ({ name }: { name: string }) => (
  <div className="d-thinking" role="status">
    <span className="d-dots" aria-hidden="true">
      <i /> <i /> <i />
    </span>
    {name} is thinking…
  </div>
)

/** Forwarded messages. */
const Snapshots = ({ message }: { message: APIMessage }) =>
  keyed(message.message_snapshots ?? []).map(({ key, item }) => (
    <div className="d-quote d-forward" key={key}>
      <div>
        <i>↱ Forwarded</i>
        <div className="d-text">
          <DiscordMarkdown text={item.message.content} />
        </div>
        <Attachments attachments={item.message.attachments} />
      </div>
    </div>
  ))
