const keys = ['a', 'b', 'c', 'd', 'e', 'f']

/** The shape of a list while it loads. */
export function SkeletonRows({ rows = 4 }: { rows?: number }) {
  return (
    <div role="status" className="panel divide-y divide-base-300">
      <span className="sr-only">Loading</span>
      {keys.slice(0, rows).map((key) => (
        <div key={key} className="space-y-2.5 px-4 py-4">
          <div className="skeleton h-4 w-3/5" />
          <div className="skeleton h-3 w-2/5" />
        </div>
      ))}
    </div>
  )
}
