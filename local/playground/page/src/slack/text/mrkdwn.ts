/** A piece of mrkdwn: https://docs.slack.dev/messaging/formatting-message-text */
export type Mrkdwn =
  | { type: 'text' | 'code' | 'pre' | 'emoji'; value: string }
  | { type: 'bold' | 'italic' | 'strike' | 'quote'; children: Mrkdwn[] }
  | { type: 'link'; url: string; label: string }
  | { type: 'user' | 'channel' | 'group'; id: string; label: string | undefined }
  | { type: 'broadcast'; range: string }
  | { type: 'date'; seconds: number; format: string; url: string | undefined; fallback: string }
  | { type: 'break' }

const fence = /```([\s\S]+?)```/

/** @param verbatim whether bare addresses stay text, as the text object's field of this name says */
export function parseMrkdwn(source: string, verbatim = false): Mrkdwn[] {
  return source
    .split(fence)
    .flatMap((part, index) =>
      index % 2 === 1
        ? [{ type: 'pre' as const, value: unescaped(part.replace(/^\n/, '')) }]
        : parseLines(part, verbatim),
    )
}

const quoteMark = /^(?:&gt;|>)(?!&gt;|>) ?/
const quoteRest = /^(?:&gt;|>){3} ?/

/** A quote is a run of lines that begin with ">", or all that follows ">>>". */
function parseLines(source: string, verbatim: boolean): Mrkdwn[] {
  const groups: { isQuote: boolean; lines: string[] }[] = []
  let toTheEnd = false
  for (const line of source.split('\n')) {
    toTheEnd ||= quoteRest.test(line)
    const isQuote = toTheEnd || quoteMark.test(line)
    const bare = isQuote ? line.replace(quoteRest, '').replace(quoteMark, '') : line
    const last = groups.at(-1)
    if (last?.isQuote === isQuote) last.lines.push(bare)
    else groups.push({ isQuote, lines: [bare] })
  }
  return groups.flatMap(({ isQuote, lines }, index) => {
    const children = lines.flatMap((line, at) => [
      ...(at > 0 ? [{ type: 'break' as const }] : []),
      ...parseLine(line, verbatim),
    ])
    if (isQuote) return [{ type: 'quote' as const, children }]
    return groups[index - 1]?.isQuote === false ? [{ type: 'break' as const }, ...children] : children
  })
}

/** Formatting begins and ends at the edge of a word. */
const between = (sign: string) =>
  `(?<![\\p{L}\\p{N}${sign}])[${sign}](?=\\S)((?:\`[^\`]*\`|<[^<>]*>|[^${sign}\`<])+?)(?<=\\S)[${sign}](?![\\p{L}\\p{N}${sign}])`

const special = new RegExp(
  [
    '`([^`]+)`',
    '<([^<>]+)>',
    between('*'),
    between('_'),
    between('~'),
    ":([\\w+'-]+(?:::skin-tone-\\d)?):",
  ].join('|'),
  'gu',
)

function parseLine(line: string, verbatim: boolean): Mrkdwn[] {
  const nodes: Mrkdwn[] = []
  let end = 0
  for (const found of line.matchAll(special)) {
    nodes.push(...parseWords(line.slice(end, found.index), verbatim), parseSpecial(found, verbatim))
    end = found.index + found[0].length
  }
  return [...nodes, ...parseWords(line.slice(end), verbatim)]
}

function parseSpecial(found: RegExpExecArray, verbatim: boolean): Mrkdwn {
  const [, code, token, bold, italic, struck, emoji = ''] = found
  if (code !== undefined) return { type: 'code', value: unescaped(code) }
  if (token !== undefined) return parseToken(token)
  if (bold !== undefined) return { type: 'bold', children: parseLine(bold, verbatim) }
  if (italic !== undefined) return { type: 'italic', children: parseLine(italic, verbatim) }
  if (struck !== undefined) return { type: 'strike', children: parseLine(struck, verbatim) }
  return { type: 'emoji', value: emoji }
}

const kinds = { '@': 'user', '#': 'channel', '!subteam^': 'group' } as const

function parseToken(token: string): Mrkdwn {
  const [, target = '', label] = /^([^|]*)(?:\|(.*))?$/s.exec(token) ?? []
  const [, sign, id = ''] = /^(@|#|!subteam\^)(\w+)$/.exec(target) ?? []
  const words = label && unescaped(label)
  if (sign) return { type: kinds[sign as keyof typeof kinds], id, label: words }
  const [, seconds, format = '', url] = /^!date\^(\d+)\^([^^]*)(?:\^(.*))?$/.exec(target) ?? []
  if (seconds) return { type: 'date', seconds: Number(seconds), format, url, fallback: words ?? '' }
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) }
  return { type: 'link', url: unescaped(target), label: words || unescaped(target).replace(/^mailto:/, '') }
}

const address = /(https?:\/\/[^\s<>]+[^\s<>.,:;!?)])/

/** Plain words, in which Slack links bare addresses. */
function parseWords(words: string, verbatim: boolean): Mrkdwn[] {
  if (words === '') return []
  if (verbatim) return [{ type: 'text', value: unescaped(words) }]
  return words
    .split(address)
    .map((part, index): Mrkdwn => {
      const value = unescaped(part)
      return index % 2 === 1 ? { type: 'link', url: value, label: value } : { type: 'text', value }
    })
    .filter((node) => node.type !== 'text' || node.value !== '')
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const unescaped = (text: string) => text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
