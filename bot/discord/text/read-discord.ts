import type { List, PhrasingContent, Root, RootContent } from 'mdast'
import { timeLink } from '../../../core/rich-text/time.ts'
import { linesOf, link, paragraphsOf, text } from '../../../core/rich-text/tree.ts'

/** What a message can refer to by id. */
export type Reference = 'user' | 'channel' | 'role'

/** The name of something on Discord, without "@" or "#". Undefined: unknown, so a general word is shown. */
export type NameOf = (kind: Reference, id: string) => string | undefined

const codeBlock = /```(?:([\w+#.-]+)\n)?\n*([\s\S]*?[^\n][\s\S]*?)\n*```/

/**
 * Reads Discord's Markdown. Underlines and spoilers stay as they were typed, because no other surface has them: so
 * `__init__.py` and `a || b || c` read the same everywhere.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
export function readDiscord(content: string, nameOf: NameOf): Root {
  const parts = content.replace(/\r\n?/g, '\n').split(codeBlock)
  const blocks: RootContent[] = []
  for (let at = 0; at < parts.length; at += 3) {
    blocks.push(...readLines((parts[at] ?? '').split('\n'), nameOf))
    const code = parts[at + 2]
    if (code !== undefined) blocks.push({ type: 'code', value: code, lang: parts[at + 1] ?? null })
  }
  return { type: 'root', children: blocks }
}

const heading = /^(#{1,3}) +(\S.*)$/
const subtext = /^-# +(\S.*)$/
const quote = /^> ?(?!>> )/
const quoteRest = /^>>> /
const listItem = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/

function readLines(lines: string[], nameOf: NameOf): RootContent[] {
  const blocks: RootContent[] = []
  let at = 0
  const takeWhile = (isPart: (line: string) => boolean) => {
    const from = at
    while (at < lines.length && isPart(lines[at] ?? '')) at += 1
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const [, signs, title = ''] = heading.exec(line) ?? []
    if (signs) {
      const depth = signs.length as 1 | 2 | 3
      blocks.push({ type: 'heading', depth, children: readInline(title, nameOf) })
      at += 1
    } else if (quoteRest.test(line)) {
      const rest = [line.replace(quoteRest, ''), ...lines.slice(at + 1)]
      blocks.push({ type: 'blockquote', children: readLines(rest, nameOf) as never[] })
      at = lines.length
    } else if (isQuote(line)) {
      const quoted = takeWhile(isQuote).map((one) => one.replace(quote, ''))
      blocks.push({ type: 'blockquote', children: readLines(quoted, nameOf) as never[] })
    } else if (listItem.test(line))
      blocks.push(
        ...readList(
          takeWhile((one) => listItem.test(one)),
          nameOf,
        ),
      )
    else {
      const plain = takeWhile((one) => !beginsBlock(one)).map((one) => one.replace(subtext, '$1'))
      blocks.push(...paragraphsOf(readInline(plain.join('\n'), nameOf)))
    }
  }
  return blocks
}

const isQuote = (line: string) => /^>(?: |$)/.test(line)
const beginsBlock = (line: string) =>
  heading.test(line) || quoteRest.test(line) || isQuote(line) || listItem.test(line)

/** Lists nest by their indentation. */
function readList(lines: string[], nameOf: NameOf): RootContent[] {
  const top: RootContent[] = []
  const levels: { indent: number; siblings: RootContent[] }[] = []
  for (const line of lines) {
    const [, spaces = '', marker = '', words = ''] = listItem.exec(line) ?? []
    const indent = spaces.length
    while (levels.length > 0 && (levels.at(-1)?.indent ?? 0) > indent) levels.pop()
    if ((levels.at(-1)?.indent ?? -1) < indent) levels.push({ indent, siblings: childrenAt(levels, top) })
    const siblings = levels.at(-1)?.siblings ?? top
    const ordered = /\d/.test(marker)
    const item: List['children'][number] = {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: readInline(words, nameOf) }],
    }
    const last = siblings.at(-1)
    if (last?.type === 'list' && last.ordered === ordered) last.children.push(item)
    else {
      const start = ordered ? { start: Number.parseInt(marker, 10) } : {}
      siblings.push({ type: 'list', ordered, ...start, spread: false, children: [item] })
    }
  }
  return top
}

/** Where a deeper list goes: into the last item of the list above. */
function childrenAt(levels: { siblings: RootContent[] }[], top: RootContent[]): RootContent[] {
  const above = levels.at(-1)?.siblings.at(-1)
  return (above?.type === 'list' && above.children.at(-1)?.children) || top
}

type Rule = { pattern: RegExp; read: (found: RegExpExecArray, nameOf: NameOf) => PhrasingContent[] }

const same = (found: RegExpExecArray) => linesOf(found[0])
const within =
  (type: 'strong' | 'emphasis' | 'delete'): Rule['read'] =>
  ([, inner = ''], nameOf) => [{ type, children: readInline(inner, nameOf) }]
/** Keeps the signs around text whose format other surfaces don't have. */
const keeping =
  (sign: string): Rule['read'] =>
  ([, inner = ''], nameOf) => [text(sign), ...readInline(inner, nameOf), text(sign)]

/** In the order in which Discord tries them, at each character. */
const rules: Rule[] = [
  { pattern: /¯\\_\(ツ\)_\/¯/uy, read: same },
  { pattern: /\\([^0-9A-Za-z\s])/uy, read: ([, character = '']) => [text(character)] },
  { pattern: /<@!?(\d+)>/y, read: ([, id = ''], nameOf) => [text(`@${nameOf('user', id) ?? 'someone'}`)] },
  { pattern: /<@&(\d+)>/y, read: ([, id = ''], nameOf) => [text(`@${nameOf('role', id) ?? 'team'}`)] },
  { pattern: /<#(\d+)>/y, read: ([, id = ''], nameOf) => [text(`#${nameOf('channel', id) ?? 'channel'}`)] },
  { pattern: /<\/([^:>\n]+):\d+>/y, read: ([, command = '']) => [text(`/${command}`)] },
  { pattern: /<a?(:\w+:)\d+>/y, read: ([, code = '']) => [text(code)] },
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y,
    read: ([typed, seconds, style]) => [timeLink(Number(seconds), style) ?? text(typed)],
  },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, read: ([, url = '']) => [link(url)] },
  {
    pattern:
      /\[((?:\\.|[^[\]\\\n])+)\]\(\s*<?(https?:\/\/[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+"[^"]*")?\s*\)/y,
    read: ([, label = '', url = ''], nameOf) => [link(url, readInline(label, nameOf))],
  },
  { pattern: /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/y, read: readUrl },
  {
    pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    read: ([, , code = '']) => [{ type: 'inlineCode', value: code.replace(/^ (`.*`) $/s, '$1') }],
  },
  { pattern: /\*\*(?=\S)((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, read: within('strong') },
  { pattern: /__(?=\S)((?:\\[\s\S]|[^\\])+?)__(?!_)/y, read: keeping('__') },
  { pattern: /(?<![\p{L}\p{N}_])_((?:__|\\[\s\S]|[^\\_])+?)_(?![\p{L}\p{N}_])/uy, read: within('emphasis') },
  {
    pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    read: within('emphasis'),
  },
  { pattern: /~~(?=\S)((?:\\[\s\S]|[^\\])+?)~~/y, read: within('delete') },
  { pattern: /\|\|([\s\S]+?)\|\|/y, read: keeping('||') },
]

/** A closing bracket belongs to a URL only if it is opened there. */
function readUrl([url]: RegExpExecArray): PhrasingContent[] {
  let end = url.length
  while (url[end - 1] === ')' && count(url.slice(0, end), ')') > count(url.slice(0, end), '(')) end -= 1
  return [link(url.slice(0, end)), ...linesOf(url.slice(end))]
}

const count = (string: string, character: string) => string.split(character).length - 1

/** Text up to the next character that could begin formatting. */
const ordinary = /[^\\<[`*_~|h¯]+/y

export function readInline(content: string, nameOf: NameOf): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let plain = ''
  const flush = () => {
    nodes.push(...linesOf(plain))
    plain = ''
  }
  let at = 0
  while (at < content.length) {
    const found = matchAt(content, at)
    if (found) {
      flush()
      nodes.push(...found.rule.read(found.match, nameOf))
      at += found.match[0].length
    } else {
      ordinary.lastIndex = at
      const run = ordinary.exec(content)?.[0] ?? content.charAt(at)
      plain += run
      at += run.length
    }
  }
  flush()
  return nodes
}

function matchAt(content: string, at: number) {
  for (const rule of rules) {
    rule.pattern.lastIndex = at
    const match = rule.pattern.exec(content)
    if (match) return { rule, match }
  }
  return null
}
