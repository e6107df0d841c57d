import type { CommentView } from '../../../shared/http/answers.ts'
import { MarkdownView } from '../../../shared/markdown/markdown-view.tsx'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'

/** What a message said before it was edited. The API gives this to staff only. */
export function EarlierVersions({ edits }: Pick<CommentView, 'edits'>) {
  if (edits.length === 0) return null
  return (
    <details className="mt-2 text-sm">
      <summary className="text-muted cursor-pointer">Earlier versions</summary>
      <ol className="mt-2 space-y-2">
        {edits.map(({ at, body }) => (
          <li key={at} className="border-l-2 border-base-300 pl-3">
            <p className="text-muted">
              Until <TimeAgo at={at} />
            </p>
            <MarkdownView text={body} />
          </li>
        ))}
      </ol>
    </details>
  )
}
