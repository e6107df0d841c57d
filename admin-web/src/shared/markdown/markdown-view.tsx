import { lazy, Suspense } from 'react'

const Markdown = lazy(async () => ({ default: (await import('./markdown.tsx')).Markdown }))

/** Shows Markdown; its renderer comes when it is first needed, until then the text stands as it was written. */
export function MarkdownView({ text }: { text: string }) {
  return (
    <div className="prose-desk">
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <Markdown text={text} />
      </Suspense>
    </div>
  )
}
