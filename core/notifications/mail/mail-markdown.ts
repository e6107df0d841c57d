import MarkdownIt from 'markdown-it'
import { timeOf } from '../../rich-text/time.ts'

/** `html: false` shows people's HTML as text. markdown-it checks the protocol of links. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })

export const escapeHtml = markdown.utils.escapeHtml

/** What somebody wrote, as the HTML of a mail. */
export const markdownHtml = (text: string): string => markdown.render(text)

const hard = (spaces: string) => '&nbsp;'.repeat(spaces.length)

/** Spaces stay as they were typed. HTML joins them, and drops those at the start of a line. */
markdown.renderer.rules.text = (tokens, index) => {
  const shown = escapeHtml(tokens[index]?.content ?? '')
  const isFirst = /^(?:|softbreak|hardbreak)$/.test(tokens[index - 1]?.type ?? '')
  return (isFirst ? shown.replace(/^ +/, hard) : shown).replace(/ {2,}/g, hard)
}

/** Images become links. An image that loads by itself would reveal who reads the mail, where and when. */
markdown.renderer.rules.image = (tokens, index) => {
  const token = tokens[index]
  return `<a href="${escapeHtml(String(token?.attrGet('src') ?? ''))}">${escapeHtml(token?.content || 'picture')}</a>`
}

const blocks = new Set(['p', 'li', 'blockquote', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Each block runs in the direction of its script. */
markdown.core.ruler.push('direction', ({ tokens }) => {
  for (const token of tokens) if (token.nesting === 1 && blocks.has(token.tag)) token.attrSet('dir', 'auto')
})

/** A moment is no link. Mail programs run nothing that could show it in the reader's time zone. */
markdown.core.ruler.push('time', ({ tokens }) => {
  for (const { children } of tokens)
    children?.forEach((token, index) => {
      if (token.type !== 'link_open' || !timeOf(String(token.attrGet('href')))) return
      const end = children.findIndex(({ type }, at) => at > index && type === 'link_close')
      token.attrs = null
      for (const tag of [token, children[end]]) if (tag) tag.tag = 'span'
    })
})
