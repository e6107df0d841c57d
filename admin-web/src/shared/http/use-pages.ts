import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { fromFirstAnswer } from './first-answers.ts'
import { listAddress } from './list-address.ts'
import { otherPollMs } from './poll.ts'
import { request } from './request.ts'

type PagesOptions = {
  params?: Params
  /** how often to reread, in milliseconds per loaded page, since rereading n pages takes n requests */
  pollMs?: number | false
  /** false: don't ask yet */
  enabled?: boolean
}

type Params = Record<string, string>
/** A page and the parameters it was asked with. While the next answer loads, these are not the current ones. */
export type Asked<Page> = Page & { asked: Params }

/**
 * A list of the API, read page by page with cursors. While changed filters load, the earlier rows stay.
 * @param key the query key @param path of the list
 */
export function usePages<Page extends { next: string | null }>(
  key: readonly unknown[],
  path: string,
  { params = {}, pollMs = otherPollMs, enabled = true }: PagesOptions = {},
) {
  return useInfiniteQuery({
    ...fromFirstAnswer([...key, params], listAddress(path, params), (page: Page) => ({
      pages: [{ ...page, asked: params }],
      pageParams: [null],
    })),
    queryFn: async ({ pageParam, signal }): Promise<Asked<Page>> => ({
      ...(await request<Page>(listAddress(path, params, pageParam), { signal })),
      asked: params,
    }),
    initialPageParam: null as string | null,
    enabled,
    placeholderData: keepPreviousData,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) => pollMs && pollMs * Math.max(1, query.state.data?.pages.length ?? 1),
  })
}
