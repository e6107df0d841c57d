/** Shortens text to at most `max` UTF-16 units, including the ellipsis. Never splits a surrogate pair. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Makes plain text safe in Slack's mrkdwn: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeMrkdwn = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * Keeps Markdown that a person wrote from notifying anyone. Slack reads `<!channel>` and `<@U…>` in a `markdown` block
 * too. A word joiner breaks them and, unlike an escape, is invisible in code as well.
 */
export const withoutPings = (markdown: string) => markdown.replace(/<(?=[@!#])/g, '<\u2060')

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Turns Slack's mrkdwn, with `<…>` tokens and entities, into standard Markdown. */
export function markdownOf(mrkdwn: string): string {
  const parts = mrkdwn.split(/(```[\s\S]*?```|`[^`\n]+`)/)
  return unescaped(parts.map((part, index) => (index % 2 ? inCode(part) : inProse(part))).join('')).trim()
}

const token = /(<[^<>\n]+>)/

const inCode = (text: string) => text.replace(new RegExp(token, 'g'), (found) => readToken(found).plain)

const inProse = (text: string) =>
  text
    .split(token)
    .map((part, index) => (index % 2 ? readToken(part).markdown : emphasis(part)))
    .join('')

/** Slack's *bold* and ~struck~ become Markdown's ** and ~~. Both write _italic_ the same way. */
const emphasis = (text: string) =>
  text
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '**$1**')
    .replace(/(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\w~])/g, '~~$1~~')

function readToken(found: string): { plain: string; markdown: string } {
  const [target = '', label] = found.slice(1, -1).split('|')
  const same = (text: string) => ({ plain: text, markdown: text })
  if (target.startsWith('@') || target.startsWith('#'))
    return same(target.charAt(0) + (label ?? target.slice(1)))
  if (target.startsWith('!')) return same(label ?? `@${target.slice(1)}`)
  const isBare =
    label === undefined || target === label || target.endsWith(`:${label}`) || target.endsWith(`//${label}`)
  if (isBare) return same(label ?? target)
  return { plain: target, markdown: `[${label.replace(/[[\]]/g, '\\$&')}](${target})` }
}
