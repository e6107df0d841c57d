import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'

const components: Components = {
  a: ({ node: _, ...link }: ComponentProps<'a'> & { node?: unknown }) => (
    <a {...link} target="_blank" rel="noopener noreferrer" />
  ),
  img: ({ node: _, alt, ...image }: ComponentProps<'img'> & { node?: unknown }) => (
    <img {...image} alt={alt ?? ''} loading="lazy" referrerPolicy="no-referrer" />
  ),
}

/** Markdown as people write it in tickets. HTML in it stays text; addresses other than http(s) and mailto are dropped. */
export function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={[remarkGfm]} components={components}>
      {text}
    </ReactMarkdown>
  )
}
