import { useQuery } from '@tanstack/react-query'
import type { CannedReplyView } from '../../../../core/canned-replies/canned-reply-view.ts'
import { request } from '../http/request.ts'

export const cannedRepliesKey = ['canned-replies'] as const

/** The texts that the staff share, by name. */
export const useCannedReplies = () =>
  useQuery({
    queryKey: cannedRepliesKey,
    queryFn: ({ signal }) => request<{ replies: CannedReplyView[] }>('/api/canned-replies', { signal }),
    select: ({ replies }) => replies,
    staleTime: 10_000,
  })
