import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { otherPollMs } from './poll.ts'
import { request } from './request.ts'

const pageSize = 50

type PagesOptions = {
  /** its filters */
  params?: Params
  /** how often it looks again, in milliseconds for each loaded page: a list of n pages costs n requests */
  pollMs?: number | false
}

type Params = Record<string, string>
/** A page, and what it was asked with: while another answer is waited for, that is not what is asked for now. */
export type Asked<Page> = Page & { asked: Params }

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
    queryFn: async ({ pageParam, signal }): Promise<Asked<Page>> => ({
      ...(await request<Page>(pageAddress(path, params, pageParam), { signal })),
      asked: params,
    }),
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) => pollMs && pollMs * Math.max(1, query.state.data?.pages.length ?? 1),
  })
}

function pageAddress(path: string, params: Params, after: string | null) {
  const search = new URLSearchParams({ ...params, limit: String(pageSize), ...(after ? { after } : {}) })
  return `${path}?${search}`
}
