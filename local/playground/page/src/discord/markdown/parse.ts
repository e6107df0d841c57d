import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser'

/** A piece of Discord's Markdown, as the parser gives it. */
export type Node = {
  type: string
  content?: string | Node[]
  items?: Node[][]
  ordered?: boolean
  start?: number
  level?: number
  lang?: string
  target?: string
  id?: string
  name?: string
  fullName?: string
  timestamp?: string
  format?: string | undefined
}

type Parse = (source: string, state: object) => Node[]

const item = /^( *)([-*]|\d{1,9}\.) +/
const run = /^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(?:\n|$))+/

/** Lists nest by their indentation; the package reads none. https://support.discord.com/hc/en-us/articles/210298617 */
const list = {
  order: SimpleMarkdown.defaultRules.list.order - 0.5,
  match: (source: string, _state: object, before: string) =>
    /^$|\n *$/.test(before) ? run.exec(source) : null,
  parse: ([source]: string[], parse: Parse, state: object) =>
    listsOf((source ?? '').trimEnd().split('\n')).map(({ marker, items }) => ({
      type: 'list',
      ordered: /\d/.test(marker),
      start: Number.parseInt(marker, 10) || 1,
      items: items.map((one) => parse(one, state)),
    })),
}

/** Deeper lines stay with their item; another kind of marker begins another list. */
function listsOf(lines: string[]): { marker: string; items: string[] }[] {
  const lists: { marker: string; items: string[] }[] = []
  const depthOf = (line: string) => item.exec(line)?.[1]?.length ?? 0
  const least = depthOf(lines[0] ?? '')
  for (const line of lines) {
    const last = lists.at(-1)
    const marker = item.exec(line)?.[2] ?? '-'
    if (last && depthOf(line) > least) last.items.push(`${last.items.pop()}\n${line}`)
    else if (last && /\d/.test(last.marker) === /\d/.test(marker)) last.items.push(line.replace(item, ''))
    else lists.push({ marker, items: [line.replace(item, '')] })
  }
  return lists
}

const rules = { ...rulesExtended, list } as Parameters<typeof SimpleMarkdown.parserFor>[0]
const parser = SimpleMarkdown.parserFor(rules)

/** https://support.discord.com/hc/en-us/articles/210298617 */
export const parseDiscord = (source: string): Node[] => parser(source, { inline: true })
