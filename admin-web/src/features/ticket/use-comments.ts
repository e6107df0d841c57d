import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CommentPage, CommentView } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { useLivePoll } from '../../shared/live/live-state.ts'
import { commentsKey } from './ticket-keys.ts'

const pageSize = 100

/** `full` are the pages that can't change any more; only what follows `cursor` is read again. */
type Conversation = { full: CommentView[]; cursor: string | null; last: CommentView[] }

/** The whole conversation, oldest first. */
export function useComments(id: string) {
  const client = useQueryClient()
  return useQuery({
    queryKey: commentsKey(id),
    queryFn: ({ signal }) => readOn(id, client.getQueryData<Conversation>(commentsKey(id)), signal),
    select: ({ full, last }) => [...full, ...last],
    refetchInterval: useLivePoll(),
  })
}

async function readOn(
  id: string,
  known: Conversation | undefined,
  signal: AbortSignal,
): Promise<Conversation> {
  const full = [...(known?.full ?? [])]
  let cursor = known?.cursor ?? null
  for (;;) {
    const search = new URLSearchParams({ limit: String(pageSize), ...(cursor ? { after: cursor } : {}) })
    const path = `/api/tickets/${encodeURIComponent(id)}/comments?${search}`
    const page = await request<CommentPage>(path, { signal })
    if (!page.next) return { full, cursor, last: page.comments }
    full.push(...page.comments)
    cursor = page.next
  }
}
