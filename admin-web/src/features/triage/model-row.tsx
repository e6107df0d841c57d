import type { ModelView } from '../../../../core/triage/models/model-view.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { comparisonWords, percent } from './triage-words.ts'
import { useUseModel } from './use-triage.ts'

/** A version with its figures. */
export function ModelRow({ model }: { model: ModelView }) {
  const use = useUseModel(model)
  const { number, at, by, figures, isInUse } = model
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">Model {number}</span>
          {isInUse && <span className="badge badge-soft badge-success">In use</span>}
          <span className="text-muted text-sm">
            <TimeAgo at={at} />
            {by && `, for ${by.name}`}
          </span>
        </p>
        <Figures figures={figures} />
        <p className="text-muted mt-1 text-sm">{comparisonWords(model)}</p>
      </div>
      {!isInUse && (
        <button
          type="button"
          className="btn btn-plain btn-sm"
          aria-label={`Use model ${number}`}
          disabled={use.isPending}
          onClick={() => use.mutate()}
        >
          Use
        </button>
      )}
    </li>
  )
}

const Figures = ({ figures }: { figures: ModelView['figures'] }) => (
  <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
    <Figure name="Tickets" value={figures.rows.toLocaleString()} />
    <Figure name="Accuracy" value={percent(figures.accuracy)} />
    <Figure name="Macro-F1" value={percent(figures.macroF1)} />
    <Figure name="Coverage at 90 %" value={percent(figures.coverageAt90)} />
    <Figure name="Calibration error" value={percent(figures.calibrationError)} />
    <Figure name="Training" value={`${figures.seconds.toFixed(1)} s`} />
  </dl>
)

const Figure = ({ name, value }: { name: string; value: string }) => (
  <div className="flex gap-1.5">
    <dt className="text-muted">{name}</dt>
    <dd className="tabular-nums">{value}</dd>
  </div>
)
