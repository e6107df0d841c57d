import { keyed } from '../../shared/keyed.ts'
import { Broadcast, Emoji, Mention, SlackLink } from './inline.tsx'
import { type Mrkdwn, parseMrkdwn } from './mrkdwn.ts'
import { slackDate } from './slack-date.ts'

/** Text with Slack's own formatting: https://docs.slack.dev/messaging/formatting-message-text */
export const MrkdwnText = ({ text, verbatim = false }: { text: string; verbatim?: boolean }) => (
  <Nodes nodes={parseMrkdwn(text, verbatim)} />
)

const Nodes = ({ nodes }: { nodes: Mrkdwn[] }) =>
  keyed(nodes).map(({ key, item }) => <Node key={key} node={item} />)

function Node({ node }: { node: Mrkdwn }) {
  switch (node.type) {
    case 'text':
      return node.value
    case 'break':
      return <br />
    case 'code':
      return <code>{node.value}</code>
    case 'pre':
      return <pre>{node.value}</pre>
    case 'emoji':
      return <Emoji name={node.value} />
    case 'bold':
      return (
        <b>
          <Nodes nodes={node.children} />
        </b>
      )
    case 'italic':
      return (
        <i>
          <Nodes nodes={node.children} />
        </i>
      )
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.children} />
        </s>
      )
    case 'quote':
      return (
        <blockquote>
          <Nodes nodes={node.children} />
        </blockquote>
      )
    case 'link':
      return <SlackLink url={node.url}>{node.label}</SlackLink>
    case 'broadcast':
      return <Broadcast range={node.range} />
    case 'date': {
      const words = slackDate(node.seconds, node.format, new Date())
      return node.url ? <SlackLink url={node.url}>{words}</SlackLink> : words
    }
    default:
      return <Mention kind={node.type} id={node.id} label={node.label} />
  }
}
