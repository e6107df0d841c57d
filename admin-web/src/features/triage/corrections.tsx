import { useState } from 'react'
import type { TriageReport } from '../../../../core/triage/models/model-view.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import { engineWords, rateWords } from './triage-words.ts'

type Row = TriageReport['corrections']['last30Days'][number]
type Period = keyof TriageReport['corrections']
const periods: { value: Period; label: string }[] = [
  { value: 'last30Days', label: '30 days' },
  { value: 'last90Days', label: '90 days' },
]

/** How often people changed what triage had proposed, by engine and version. */
export function Corrections({ corrections }: Pick<TriageReport, 'corrections'>) {
  const [period, setPeriod] = useState<Period>('last30Days')
  const rows = corrections[period]
  return (
    <section aria-labelledby="corrections">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="corrections" className="text-lg font-semibold">
          Corrected by people
        </h2>
        <Segmented label="Tickets of the last" value={period} options={periods} onChange={setPeriod} />
      </div>
      {rows.length > 0 ? (
        <ul aria-label="Corrected by people" className="panel divide-y divide-base-300">
          {rows.map((row) => (
            <CorrectionsRow key={`${row.engine} ${row.model}`} row={row} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="edit" title="No tickets yet">
          <p>Change a ticket’s category, priority, skills or assignee, and it counts here.</p>
        </EmptyState>
      )}
    </section>
  )
}

const CorrectionsRow = ({ row }: { row: Row }) => (
  <li className="px-4 py-3.5">
    <p className="flex flex-wrap gap-x-3">
      <span className="font-medium wrap-anywhere">{engineWords(row)}</span>
      <span className="text-muted text-sm">
        {row.tickets.toLocaleString()} {row.tickets === 1 ? 'ticket' : 'tickets'}
        {row.abstained > 0 && `, ${row.abstained.toLocaleString()} without a sure category`}
      </span>
    </p>
    <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <Rate name="Category" value={rateWords(row.corrected.category, row.proposed.category)} />
      <Rate name="Priority" value={rateWords(row.corrected.priority, row.proposed.priority)} />
      <Rate name="Skills" value={rateWords(row.corrected.skills, row.proposed.skills)} />
      <Rate name="Assignee" value={rateWords(row.corrected.assignee, row.tickets)} />
    </dl>
  </li>
)

const Rate = ({ name, value }: { name: string; value: string }) => (
  <div className="flex gap-1.5">
    <dt className="text-muted">{name}</dt>
    <dd className="tabular-nums">{value}</dd>
  </div>
)
