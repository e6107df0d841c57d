import type { TriageReport } from '../../../../core/triage/models/model-view.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { UseRow } from './use-row.tsx'
import { useUseRules } from './use-triage.ts'

/** The rules alone, beside the versions of what was learned. */
export function RulesRow({ models, rulesAlone }: Pick<TriageReport, 'models' | 'rulesAlone'>) {
  const use = useUseRules()
  return (
    <UseRow
      name="Rules alone"
      isInUse={!models.some(({ isInUse }) => isInUse)}
      when={
        rulesAlone && (
          <>
            <TimeAgo at={rulesAlone.since} />, by {rulesAlone.by.name}
          </>
        )
      }
      use={use}
      useLabel="Use the rules alone"
    >
      <p className="text-muted mt-1 text-sm">
        {rulesAlone
          ? 'They stay in use until an admin chooses a model. The desk goes on training, so that there is one to choose.'
          : 'Nothing that was learned decides, until an admin chooses a model again.'}
      </p>
    </UseRow>
  )
}
