import { lazy, Suspense } from 'react'
import { loadChunk } from '../chunks/load-chunk.ts'

const loadMarkdown = async () => ({ default: (await import('./markdown.tsx')).Markdown })
/** Without the renderer, the source text is still there to be read. */
const Source = ({ text }: { text: string }) => <p className="whitespace-pre-wrap">{text}</p>
const Markdown = lazy(() => loadChunk(loadMarkdown).catch(() => ({ default: Source })))

/** Shows Markdown. The renderer loads when it is first needed; until then the source text is shown. */
export function MarkdownView({ text }: { text: string }) {
  return (
    <div className="prose-desk">
      <Suspense fallback={<Source text={text} />}>
        <Markdown text={text} />
      </Suspense>
    </div>
  )
}
