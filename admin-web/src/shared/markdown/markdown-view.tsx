import { lazy, type ReactElement, Suspense, useState } from 'react'
import { loadChunk } from '../chunks/load-chunk.ts'

type Renderer = (props: { text: string }) => ReactElement

let loaded: Renderer | undefined

const loadMarkdown = async () => {
  const { Markdown } = await import('./markdown.tsx')
  loaded = Markdown
  return { default: Markdown }
}

/** Without the renderer, the source text is still there to be read. */
const Source: Renderer = ({ text }) => <p className="whitespace-pre-wrap">{text}</p>
const LateMarkdown = lazy(() => loadChunk(loadMarkdown).catch(() => ({ default: Source })))

/** For pages that show Markdown as soon as their data is there, so that nobody sees its source before. */
export const preloadMarkdown = () => void loadMarkdown().catch(() => undefined)

/** Shows Markdown. The renderer loads when it is first needed; until then the source text is shown. */
export function MarkdownView({ text }: { text: string }) {
  // stays the same, so that a picture that somebody has opened stays open
  const [Markdown] = useState(() => loaded ?? LateMarkdown)
  return (
    <div className="prose-desk">
      <Suspense fallback={<Source text={text} />}>
        <Markdown text={text} />
      </Suspense>
    </div>
  )
}
