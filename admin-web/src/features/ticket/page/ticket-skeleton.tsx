export function TicketSkeleton() {
  return (
    <div role="status" className="mx-auto max-w-6xl px-4 py-8 sm:px-6">
      <span className="sr-only">Loading the ticket</span>
      <div className="skeleton mb-3 h-7 w-2/3" />
      <div className="skeleton mb-6 h-4 w-1/3" />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="skeleton h-64" />
        <div className="skeleton h-64" />
      </div>
    </div>
  )
}
