type LoadMoreProps = { more: boolean; loading: boolean; onMore: () => void }

export function LoadMore({ more, loading, onMore }: LoadMoreProps) {
  if (!more) return null
  return (
    <div className="mt-4 text-center">
      <button type="button" className="btn btn-plain" disabled={loading} onClick={onMore}>
        {loading && <span className="spinner" aria-hidden="true" />}
        Load more
      </button>
    </div>
  )
}
