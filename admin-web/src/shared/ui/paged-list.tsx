import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LoadMore } from './load-more.tsx'
import { ProblemState } from './problem-state.tsx'
import { SkeletonRows } from './skeleton-rows.tsx'

type PagedListProps<Row> = {
  list: UseInfiniteQueryResult
  /** the rows of all pages loaded so far; undefined: the first page is loading */
  rows: Row[] | undefined
  empty: ReactNode
  children: (rows: Row[]) => ReactNode
}

/** A paged list in all its states: loading, failed, empty and loaded. */
export function PagedList<Row>({ list, rows, empty, children }: PagedListProps<Row>) {
  if (!rows) {
    if (list.isError) return <ProblemState error={list.error} onRetry={list.refetch} />
    return <SkeletonRows />
  }
  return (
    <>
      {rows.length > 0 ? children(rows) : list.hasNextPage ? <NoMatchesYet /> : empty}
      <LoadMore more={list.hasNextPage} loading={list.isFetchingNextPage} onMore={list.fetchNextPage} />
    </>
  )
}

const NoMatchesYet = () => <p className="text-muted text-center">No matches so far</p>
