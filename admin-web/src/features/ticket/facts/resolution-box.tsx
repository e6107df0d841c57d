import type { TicketView } from '../../../shared/http/answers.ts'
import { MarkdownView } from '../../../shared/markdown/markdown-view.tsx'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { Icon } from '../../../shared/ui/icon.tsx'

export function ResolutionBox({ ticket: { resolution } }: { ticket: TicketView }) {
  if (!resolution) return null
  return (
    <section
      aria-labelledby="resolution"
      className="rounded-box border border-success/35 bg-success/10 p-4 sm:p-5"
    >
      <h2 id="resolution" className="mb-2 flex flex-wrap items-center gap-2 font-semibold">
        <Icon name="check" className="size-5 text-success" />
        Resolved by {resolution.by.name}
        <span className="text-muted text-sm font-normal">
          <TimeAgo at={resolution.at} />
        </span>
      </h2>
      <MarkdownView text={resolution.text} />
    </section>
  )
}
