import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { otherPollMs } from './poll.ts'
import { request } from './request.ts'

const pageSize = 50

type PagesOptions = {
  /** its filters */
  params?: Record<string, string>
  /** how often it looks again, in milliseconds for each loaded page: a list of n pages costs n requests */
  pollMs?: number | false
}

/**
 * A list of the API, page by page with its cursors. While other filters are looked up, the earlier rows stay.
 * @param key the query key @param path of the list
 */
export function usePages<Page extends { next: string | null }>(
  key: readonly unknown[],
  path: string,
  { params = {}, pollMs = otherPollMs }: PagesOptions = {},
) {
  return useInfiniteQuery({
    queryKey: [...key, params],
    queryFn: ({ pageParam, signal }) => request<Page>(pageAddress(path, params, pageParam), { signal }),
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) => pollMs && pollMs * Math.max(1, query.state.data?.pages.length ?? 1),
  })
}

function pageAddress(path: string, params: Record<string, string>, after: string | null) {
  const search = new URLSearchParams({ ...params, limit: String(pageSize), ...(after ? { after } : {}) })
  return `${path}?${search}`
}
