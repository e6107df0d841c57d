import type { ModelView } from '../../../../core/triage/models/model-view.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { comparisonWords, percent, priorityWords } from './triage-words.ts'
import { UseRow } from './use-row.tsx'
import { useUseModel } from './use-triage.ts'

/** A version with its figures. */
export function ModelRow({ model }: { model: ModelView }) {
  const { number, at, by, figures, priorityFigures, isInUse } = model
  return (
    <UseRow
      name={`Model ${number}`}
      isInUse={isInUse}
      when={
        <>
          <TimeAgo at={at} />
          {by && `, requested by ${by.name}`}
        </>
      }
      use={useUseModel(model)}
      useLabel={`Use model ${number}`}
    >
      <Figures figures={figures} />
      <p className="text-muted mt-1 text-sm">{comparisonWords(model)}</p>
      {priorityFigures && <p className="text-muted text-sm">{priorityWords(priorityFigures)}</p>}
    </UseRow>
  )
}

const Figures = ({ figures }: { figures: ModelView['figures'] }) => (
  <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
    <Figure name="Tickets" value={figures.rows.toLocaleString()} />
    <Figure name="Accuracy" value={percent(figures.accuracy)} />
    <Figure name="Macro-F1" value={percent(figures.macroF1)} />
    <Figure name="Coverage at 90%" value={percent(figures.coverageAt90)} />
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
