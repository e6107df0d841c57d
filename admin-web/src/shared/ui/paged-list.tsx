import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LoadMore } from './load-more.tsx'
import { ProblemState } from './problem-state.tsx'
import { SkeletonRows } from './skeleton-rows.tsx'

type PagedListProps<Row> = {
  list: UseInfiniteQueryResult
  /** those of all pages loaded so far; undefined: none has arrived yet */
  rows: Row[] | undefined
  empty: ReactNode
  children: (rows: Row[]) => ReactNode
}

/** A list in all its states: loading, failed, empty, and page after page. */
export function PagedList<Row>({ list, rows, empty, children }: PagedListProps<Row>) {
  if (!rows) {
    if (list.isError) return <ProblemState error={list.error} onRetry={list.refetch} />
    return <SkeletonRows />
  }
  return (
    <>
      {rows.length > 0 ? children(rows) : list.hasNextPage ? <NothingYet /> : empty}
      <LoadMore more={list.hasNextPage} loading={list.isFetchingNextPage} onMore={list.fetchNextPage} />
    </>
  )
}

const NothingYet = () => <p className="text-muted text-center">Nothing found so far.</p>

/** The rows of a list that is in no parts. */
export const Rows = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul aria-label={label} className="panel divide-y divide-base-300">
    {children}
  </ul>
)
