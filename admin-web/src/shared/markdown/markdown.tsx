import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'

const components: Components = {
  a: ({ node: _, ...link }: ComponentProps<'a'> & { node?: unknown }) => (
    <a {...link} target="_blank" rel="noopener noreferrer" />
  ),
  // A task list's boxes only show a state; code that is wider than the page scrolls, by keyboard too.
  input: ({ node: _, ...box }: ComponentProps<'input'> & { node?: unknown }) => (
    <input {...box} aria-label={box.checked ? 'Done' : 'Not done'} />
  ),
  pre: ({ node: _, ...code }: ComponentProps<'pre'> & { node?: unknown }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <pre {...code} tabIndex={0} />
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
