import { lazy, Suspense } from 'react'

const Markdown = lazy(async () => ({ default: (await import('./markdown.tsx')).Markdown }))

/** Shows Markdown. The renderer loads when it is first needed; until then the source text is shown. */
export function MarkdownView({ text }: { text: string }) {
  return (
    <div className="prose-desk">
      <Suspense
        fallback={
          <p dir="auto" className="whitespace-pre-wrap">
            {text}
          </p>
        }
      >
        <Markdown text={text} />
      </Suspense>
    </div>
  )
}
