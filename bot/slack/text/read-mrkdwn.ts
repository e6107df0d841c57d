import type { PhrasingContent, Root, RootContent } from 'mdast'
import { withEmoji } from '../../../core/rich-text/emoji.ts'
import { lineBreak, linesOf, link, paragraphsOf, text } from '../../../core/rich-text/tree.ts'
import { type NameOf, type Reference, referenceText } from './names.ts'

const codeBlock = /```([\s\S]*?[^\s`][\s\S]*?)```/

/** Reads Slack's mrkdwn: https://docs.slack.dev/messaging/formatting-message-text */
export function readMrkdwn(mrkdwn: string, nameOf: NameOf): Root {
  const parts = mrkdwn.replace(/\r\n?/g, '\n').split(codeBlock)
  return {
    type: 'root',
    children: parts.flatMap((part, index) =>
      index % 2 === 1
        ? [{ type: 'code' as const, value: plainOf(part, nameOf).replace(/^\n|\n$/g, '') }]
        : readProse(part.replace(/^[ \t]+|\s+$/g, ''), nameOf),
    ),
  }
}

const quoteMark = /^(?:&gt;|>) ?/
const quoteRest = /^(?:&gt;|>){3}/

/** Paragraphs and quotes. A quote is a run of lines that begin with ">", or all that follows ">>>". */
function readProse(prose: string, nameOf: NameOf): RootContent[] {
  const blocks: { isQuote: boolean; lines: string[] }[] = []
  let isQuoteToEnd = false
  for (const line of prose.split('\n')) {
    isQuoteToEnd ||= quoteRest.test(line)
    const isQuote = isQuoteToEnd || quoteMark.test(line)
    const bare = isQuote ? line.replace(quoteRest, '').replace(quoteMark, '') : line
    const block = blocks.at(-1)
    if (block?.isQuote === isQuote) block.lines.push(bare)
    else blocks.push({ isQuote, lines: [bare] })
  }
  return blocks.flatMap(({ isQuote, lines }): RootContent[] => {
    const paragraphs = paragraphsOf(
      lines.flatMap((line, index) => [...(index > 0 ? [lineBreak] : []), ...readLine(line, nameOf)]),
    )
    return isQuote && paragraphs.length > 0
      ? [{ type: 'blockquote', children: paragraphs as never[] }]
      : paragraphs
  })
}

/** Text between two signs, as Slack formats it: not within a word, and without a space at its ends. */
const between = (sign: string) =>
  `(?<![\\p{L}\\p{N}${sign}])[${sign}](?=\\S)((?:\`[^\`]*\`|<[^<>]*>|[^${sign}\`<])+?)(?<=\\S)[${sign}](?![\\p{L}\\p{N}${sign}])`

const special = new RegExp(
  [`\`([^\`]+)\``, '<([^<>]+)>', between('*'), between('_'), between('~')].join('|'),
  'gu',
)

function readLine(line: string, nameOf: NameOf): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let end = 0
  for (const found of line.matchAll(special)) {
    nodes.push(...ordinary(line.slice(end, found.index)))
    nodes.push(...readSpecial(found, nameOf))
    end = found.index + found[0].length
  }
  return [...nodes, ...ordinary(line.slice(end))]
}

function readSpecial(
  [, code, token, bold, italic, struck]: RegExpExecArray,
  nameOf: NameOf,
): PhrasingContent[] {
  if (code !== undefined) return [{ type: 'inlineCode', value: plainOf(code, nameOf) }]
  if (token !== undefined) return readToken(token, nameOf)
  if (bold !== undefined) return [{ type: 'strong', children: readLine(bold, nameOf) }]
  if (italic !== undefined) return [{ type: 'emphasis', children: readLine(italic, nameOf) }]
  return [{ type: 'delete', children: readLine(struck ?? '', nameOf) }]
}

const ordinary = (words: string): PhrasingContent[] => (words ? linesOf(withEmoji(unescaped(words))) : [])

/** The words of a command, which Slack does not format. */
export const plainWords = (words: string) => withEmoji(plainOf(words, () => undefined))

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
export const unescaped = (words: string) =>
  words.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)

/** Code, in which only tokens and entities mean something. */
const plainOf = (words: string, nameOf: NameOf) =>
  unescaped(
    words.replace(/<([^<>\n]+)>/g, (_, token: string) => {
      const { target, label } = partsOf(token)
      return referenceOf(target, label, nameOf) ?? target
    }),
  )

const partsOf = (token: string) => {
  const [, target = '', label] = /^([^|]*)(?:\|(.*))?$/s.exec(token) ?? []
  return { target, label: label === '' ? undefined : label }
}

/** The text of a token that is not a link, escaped as the token is. Null for a link. */
function referenceOf(target: string, label: string | undefined, nameOf: NameOf): string | null {
  const [, kind, id = ''] = /^(@|#|!subteam\^)(\w+)$/.exec(target) ?? []
  if (kind) return referenceText(nameOf, kinds[kind] ?? 'user', id, label)
  if (!target.startsWith('!')) return null
  const isGroup = /^!(?:here|channel|everyone)$/.test(target)
  return isGroup ? `@${target.slice(1)}` : (label ?? `@${target.slice(1)}`)
}

const kinds: Record<string, Reference> = { '@': 'user', '#': 'channel', '!subteam^': 'group' }

function readToken(token: string, nameOf: NameOf): PhrasingContent[] {
  const { target, label } = partsOf(token)
  const reference = referenceOf(target, label, nameOf)
  if (reference !== null) return [text(unescaped(reference))]
  const url = unescaped(target)
  const words = label === undefined ? url : withEmoji(unescaped(label))
  return [linkWith(url, words)]
}

/** Slack makes a link of "example.com". Such a link stays plain text, and an address stays one. */
export function linkWith(url: string, words: string, children: PhrasingContent[] = [text(words)]) {
  if (url === `mailto:${words}` || url === words) return link(url, children)
  return url === `http://${words}` || url === `https://${words}` ? text(words) : link(url, children)
}
