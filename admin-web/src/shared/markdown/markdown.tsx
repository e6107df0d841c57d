import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components, defaultUrlTransform } from 'react-markdown'
import { timeOf } from '../../../../core/rich-text/time.ts'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { deskMarkdown } from './desk-markdown.ts'
import { Moment } from './moment.tsx'
import { InLink, Picture } from './picture.tsx'

const components: Components = {
  a: ({ node: _, ...link }: ComponentProps<'a'> & { node?: unknown }) => {
    const time = timeOf(link.href ?? '')
    if (time) return <Moment time={time} />
    return (
      <InLink value={true}>
        <a {...link} target="_blank" rel="noopener noreferrer" />
      </InLink>
    )
  },
  // The boxes of a task list only show a state. Wide code scrolls, by keyboard too.
  input: ({ node: _, ...box }: ComponentProps<'input'> & { node?: unknown }) => (
    <input {...box} aria-label={box.checked ? 'Done' : 'Not done'} />
  ),
  pre: ({ node: _, ...code }: ComponentProps<'pre'> & { node?: unknown }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre {...code} tabIndex={0} />
  ),
  // Wide tables scroll.
  table: ({ node: _, ...table }: ComponentProps<'table'> & { node?: unknown }) => (
    <ScrollArea label="Table">
      <table {...table} />
    </ScrollArea>
  ),
  // Below the headings of the page, without a gap.
  h1: 'h3',
  h2: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  img: ({ src, alt }: ComponentProps<'img'>) => (
    <Picture src={typeof src === 'string' ? src : undefined} alt={alt} />
  ),
}

const keepTimes = (url: string) => (timeOf(url) ? url : defaultUrlTransform(url))

/**
 * Renders Markdown. A single line break is one. HTML in it is shown as text; links other than http(s) and mailto are
 * dropped.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={deskMarkdown} components={components} urlTransform={keepTimes}>
      {text}
    </ReactMarkdown>
  )
}
