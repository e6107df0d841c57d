import { TicketSkeleton } from '../features/ticket/page/ticket-skeleton.tsx'
import { DeskOpening } from './desk-opening.tsx'
import { ids } from './ticket-opening-ids.ts'

/** A ticket that isn't known yet. `fill-ticket.ts` puts its text in before React shows the rest. */
export const TicketOpening = () => (
  <DeskOpening>
    <div id={ids.skeleton}>
      <TicketSkeleton />
    </div>
    <article id={ids.ticket} hidden className="mx-auto max-w-6xl px-4 py-6 sm:px-6 lg:py-8">
      <h1 dir="auto" className="text-xl font-semibold tracking-tight wrap-anywhere sm:text-2xl">
        <span id={ids.number} className="text-muted me-2 font-normal tabular-nums" />
        <span id={ids.title} />
      </h1>
      <div className="skeleton mt-2 h-35 sm:h-8" />
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section className="panel p-4 sm:p-5">
          <h2 className="mb-2 flex min-h-8 items-center font-semibold">Description</h2>
          <div className="prose-desk">
            <p id={ids.description} className="whitespace-pre-wrap" />
          </div>
        </section>
        <div className="skeleton h-64" />
      </div>
    </article>
  </DeskOpening>
)
