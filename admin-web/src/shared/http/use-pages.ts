import { useInfiniteQuery } from '@tanstack/react-query'
import { pollEvery } from './poll.ts'
import { request } from './request.ts'

const pageSize = 50

/**
 * A list of the API, page by page with its cursors; looks again every few seconds.
 * @param key the query key @param path of the list @param params its filters
 */
export function usePages<Page extends { next: string | null }>(
  key: readonly unknown[],
  path: string,
  params: Record<string, string> = {},
) {
  return useInfiniteQuery({
    queryKey: [...key, params],
    queryFn: ({ pageParam, signal }) => request<Page>(pageAddress(path, params, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) => pollEvery(query.state.data?.pages.length),
  })
}

function pageAddress(path: string, params: Record<string, string>, after: string | null) {
  const search = new URLSearchParams({ ...params, limit: String(pageSize), ...(after ? { after } : {}) })
  return `${path}?${search}`
}
