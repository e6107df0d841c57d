import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CommentPage, CommentView, TicketView } from '../../../shared/http/answers.ts'
import { fromFirstAnswer } from '../../../shared/http/first-answers.ts'
import { request } from '../../../shared/http/request.ts'
import { useLivePoll } from '../../../shared/live/live-state.ts'
import { commentsKey } from '../../../shared/tickets/ticket-keys.ts'

const pageSize = 100

/** `full` holds the comments of complete pages; only what follows `cursor` is read again. */
type Conversation = { full: CommentView[]; cursor: string | null; last: CommentView[] }

/** When a message was last edited or deleted, as the history says: everything is read again after it. */
const lastChangeIn = ({ history }: Pick<TicketView, 'history'>) =>
  history.findLast(({ action }) => /^(edited|deleted) (comment|note)$/.test(action))?.at

/** The whole conversation, oldest first. */
export function useComments(ticket: Pick<TicketView, 'id' | 'history'>) {
  const { id } = ticket
  const key = [...commentsKey(id), lastChangeIn(ticket)]
  const client = useQueryClient()
  return useQuery({
    ...fromFirstAnswer(key, pathOf(id, null), ({ comments, next }: CommentPage) =>
      next ? undefined : { full: [], cursor: null, last: comments },
    ),
    queryFn: ({ signal }) => readOn(id, client.getQueryData<Conversation>(key), signal),
    placeholderData: keepPreviousData,
    select: ({ full, last }) => [...full, ...last],
    refetchInterval: useLivePoll(),
  })
}

function pathOf(id: string, cursor: string | null) {
  const search = new URLSearchParams({ limit: String(pageSize), ...(cursor ? { after: cursor } : {}) })
  return `/api/tickets/${encodeURIComponent(id)}/comments?${search}`
}

async function readOn(
  id: string,
  known: Conversation | undefined,
  signal: AbortSignal,
): Promise<Conversation> {
  const full = [...(known?.full ?? [])]
  let cursor = known?.cursor ?? null
  for (;;) {
    const page = await request<CommentPage>(pathOf(id, cursor), { signal })
    if (!page.next) return { full, cursor, last: page.comments }
    full.push(...page.comments)
    cursor = page.next
  }
}
