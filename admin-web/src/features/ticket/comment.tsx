import type { CommentView } from '../../shared/http/answers.ts'
import { MarkdownView } from '../../shared/markdown/markdown-view.tsx'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { placeWords } from '../tickets/words.ts'

/** A message. An internal note looks different at a glance: the requester never sees it. */
export function Comment({ comment }: { comment: CommentView }) {
  const { author, fromRequester, body, visibility, surface, createdAt } = comment
  const internal = visibility === 'internal'
  return (
    <li className="flex gap-3">
      <Avatar name={author.name} className="mt-0.5 size-8 text-xs max-sm:hidden" />
      <div className={`min-w-0 grow rounded-box px-4 py-3 ${internal ? 'note' : 'border border-base-300'}`}>
        <p className="mb-1 flex flex-wrap items-center gap-x-2 text-sm">
          <span className="font-semibold">{author.name}</span>
          {fromRequester && <span className="badge badge-soft badge-sm">Requester</span>}
          {internal && (
            <span className="flex items-center gap-1 font-medium text-warning">
              <Icon name="lock" className="size-3.5" />
              Internal note
            </span>
          )}
          <span className="text-muted">
            <TimeAgo at={createdAt} /> {placeWords[surface]}
          </span>
        </p>
        <MarkdownView text={body} />
      </div>
    </li>
  )
}
