import type { ReactNode } from 'react'
import { keyed } from '../../shared/keyed.ts'
import { WebLink } from '../web-link.tsx'
import { Mention } from './mention.tsx'
import { type Node, parseDiscord } from './parse.ts'
import { Spoiler } from './spoiler.tsx'
import { discordTimestamp } from './timestamp.ts'

/** https://support.discord.com/hc/en-us/articles/210298617 */
export const DiscordMarkdown = ({ text }: { text: string }) => <Nodes nodes={parseDiscord(text)} />

const Nodes = ({ nodes }: { nodes: Node[] }) =>
  keyed(nodes).map(({ key, item }) => <Piece key={key} node={item} />)

const inside = ({ content }: Node): ReactNode =>
  Array.isArray(content) ? <Nodes nodes={content} /> : content

function Piece({ node }: { node: Node }) {
  switch (node.type) {
    case 'br':
    case 'newline':
      return <br />
    case 'strong':
      return <strong>{inside(node)}</strong>
    case 'em':
      return <em>{inside(node)}</em>
    case 'underline':
      return <u>{inside(node)}</u>
    case 'strikethrough':
      return <s>{inside(node)}</s>
    case 'spoiler':
      return <Spoiler>{inside(node)}</Spoiler>
    case 'inlineCode':
      return <code>{inside(node)}</code>
    case 'codeBlock':
      return (
        <pre>
          <code>{inside(node)}</code>
        </pre>
      )
    case 'blockQuote':
      return (
        <div className="d-quote">
          <blockquote>{inside(node)}</blockquote>
        </div>
      )
    case 'subtext':
      return <small className="d-subtext">{inside(node)}</small>
    case 'heading':
      return <Heading node={node} />
    case 'list':
      return <List node={node} />
    case 'link':
    case 'url':
    case 'autolink':
      return <Link node={node} />
    case 'timestamp':
      return (
        <time className="d-time">{discordTimestamp(Number(node.timestamp), node.format, new Date())}</time>
      )
    case 'twemoji':
      return <span className="emoji">{node.name}</span>
    case 'emoji':
      return <span className="d-custom-emoji">:{node.name}:</span>
    case 'user':
    case 'role':
    case 'channel':
      return <Mention kind={node.type} id={node.id ?? ''} />
    case 'everyone':
    case 'here':
      return <span className="d-mention d-mention-me">@{node.type}</span>
    case 'slashCommand':
      return <span className="d-mention">/{node.fullName}</span>
    default:
      return <>{inside(node)}</>
  }
}

function Heading({ node }: { node: Node }) {
  const Tag = ({ 1: 'h1', 2: 'h2' } as const)[node.level ?? 3] ?? 'h3'
  return <Tag>{inside(node)}</Tag>
}

function List({ node }: { node: Node }) {
  const items = keyed(node.items ?? []).map(({ key, item }) => (
    <li key={key}>
      <Nodes nodes={item} />
    </li>
  ))
  return node.ordered ? <ol start={node.start}>{items}</ol> : <ul>{items}</ul>
}

/** Discord links web addresses only. */
function Link({ node }: { node: Node }) {
  const target = node.target ?? ''
  if (!/^https?:\/\//i.test(target)) return <>{inside(node)}</>
  return <WebLink href={target}>{inside(node)}</WebLink>
}
