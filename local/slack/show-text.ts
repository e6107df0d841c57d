import type { Workspace } from './create-workspace.ts'

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const unescaped = (text: string) => text.replace(/&(lt|gt|amp);/g, (entity) => entities[entity] ?? entity)

/**
 * mrkdwn as a person reads it: people by name, links as `label (address)`, `<!channel>` as the call to everybody
 * that it is. Asterisks and the like stay, so that a test can see them.
 */
export function showMrkdwn(workspace: Workspace, text: string): string {
  const linked = text.replace(
    /<([@#!]?)([^|>]+)(?:\|([^>]*))?>/g,
    (_, sign: string, target: string, label?: string) => {
      if (sign === '@') return `@${workspace.people.get(target)?.realName ?? label ?? target}`
      if (sign === '#') return `#${workspace.channels.get(target)?.name ?? label ?? target}`
      if (sign === '!')
        return target.startsWith('date^') ? (label ?? target) : `@${target.replace(/^subteam\^/, '')}`
      return label === undefined || label === target ? target : `${label} (${target})`
    },
  )
  return unescaped(linked)
}

type RichNode = {
  type?: string
  text?: string
  url?: string
  name?: string
  user_id?: string
  channel_id?: string
  range?: string
  style?: unknown
  fallback?: string
  elements?: RichNode[]
}

/** A rich_text block's words, one line per paragraph or list item. */
export function showRichText(workspace: Workspace, node: RichNode, item = ''): string {
  const inner = (node.elements ?? []).map((element) =>
    showRichText(workspace, element, node.type === 'rich_text_list' ? '- ' : ''),
  )
  switch (node.type) {
    case 'rich_text':
    case 'rich_text_list':
      return inner.join('\n')
    case 'rich_text_section':
    case 'rich_text_preformatted':
      return item + inner.join('')
    case 'rich_text_quote':
      return `> ${inner.join('')}`
    case 'link':
      return node.text && node.text !== node.url ? `${node.text} (${node.url})` : (node.url ?? '')
    case 'user':
      return `@${workspace.people.get(node.user_id ?? '')?.realName ?? node.user_id}`
    case 'channel':
      return `#${workspace.channels.get(node.channel_id ?? '')?.name ?? node.channel_id}`
    case 'emoji':
      return `:${node.name}:`
    case 'broadcast':
      return `@${node.range}`
    default:
      return node.text ?? node.fallback ?? ''
  }
}
