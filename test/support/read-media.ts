import MarkdownIt from 'markdown-it'

/*
 * Readers of what the desk shows on each medium: which characters a person sees, and what else would happen: formatting,
 * links, pings. A part that does more than show characters appears in `acts`.
 */

export type Seen = { text: string; acts: string[] }

const join = (seen: Seen[], between = ''): Seen => ({
  text: seen.map(({ text }) => text).join(between),
  acts: seen.flatMap(({ acts }) => acts),
})

/** HTML of a mail: text as a browser shows it, and every element but those that a paragraph consists of. */
export function readHtml(html: string): Seen {
  const quiet = new Set(['p', 'span', 'br'])
  const acts = [...html.matchAll(/<(\w+)/g)].map(([, name = '']) => name).filter((name) => !quiet.has(name))
  // A mail program makes a link of what looks like an address within one run of text.
  const linkify = new MarkdownIt({ linkify: true }).linkify
  const runs = html.split(/<[^>]*>/).map(unescapeHtml)
  const linked = runs.filter((run) => linkify.test(run) || /\b[\w-]+\.[a-z]{2,}\b/i.test(run))
  return { text: runs.join(''), acts: [...acts, ...linked.map((run) => `link ${run}`)] }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }
const unescapeHtml = (text: string) =>
  text.replace(/&(#?\w+);/g, (entity, name: string) => entities[name] ?? entity)

type Node = {
  type?: string
  text?: string | Node
  elements?: Node[]
  fields?: Node[]
  style?: object
  url?: string
}

/** Blocks of Slack. `markdown` blocks, which show what people wrote as Markdown, are left out. */
export function readBlocks(blocks: readonly unknown[]): Seen {
  return join(
    blocks.map((block) => readBlock(block as Node)),
    '\n',
  )
}

function readBlock(block: Node): Seen {
  switch (block.type) {
    case 'markdown':
      return { text: '', acts: [] }
    case 'plain_text':
      return { text: String(block.text), acts: [] }
    case 'mrkdwn':
      return readMrkdwn(String(block.text))
    case 'text':
      return { text: String(block.text), acts: [] }
    case 'rich_text':
    case 'rich_text_section':
    case 'context':
      return join((block.elements ?? []).map(readBlock), block.type === 'rich_text_section' ? '' : '\n')
    case 'header':
      return readBlock(block.text as Node)
    case 'section':
      return join(
        [...(block.text ? [readBlock(block.text as Node)] : []), ...(block.fields ?? []).map(readBlock)],
        '\n',
      )
    case 'actions':
      return join((block.elements ?? []).map((one) => readBlock(one.text as Node)))
    default:
      return { text: '', acts: [`${block.type} ${block.url ?? ''}`] }
  }
}

/** mrkdwn, without the bold that stands around a whole text of the desk. */
export function readMrkdwn(mrkdwn: string): Seen {
  const bare = mrkdwn.replace(/^\*([A-Z][\w ]+)\*$/, '$1')
  const acts = [...bare.matchAll(/<[^>]*>|(?<!\w)([*_~`])(?=\S)[^\n]*?\S?\1(?!\w)|^(?:>|&gt;)/gm)].map(
    ([all]) => all,
  )
  return { text: bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'), acts }
}

/** The signs by which Discord formats, links and pings, where no backslash stands before them. */
export function readDiscord(markdown: string): Seen {
  const acts: string[] = []
  let text = ''
  for (let index = 0; index < markdown.length; index++) {
    const sign = markdown.charAt(index)
    const next = markdown.charAt(index + 1)
    if (sign === '\\' && /[^A-Za-z0-9\s]/.test(next)) {
      text += next
      index++
      continue
    }
    const rest = markdown.slice(index)
    const isStart = index === 0 || markdown[index - 1] === '\n'
    const act =
      /^(?:[*_~`|<[\]@]|https?:\/\/|discord\.gg\/|:\w+:)/.exec(rest)?.[0] ??
      (isStart ? /^\s*(?:#{1,3} |-# |[-+*] |>{1,3} |\d+[.)] )/.exec(rest)?.[0] : undefined)
    if (act) acts.push(act)
    text += sign
  }
  return { text, acts }
}
