import type { TriageReport } from '../../../../core/triage/models/model-view.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { rulesWords } from './triage-words.ts'
import { UseRow } from './use-row.tsx'
import { useUseRules } from './use-triage.ts'

/** The rules alone, beside the versions of what was learned. */
export function RulesRow({ models, rulesAlone }: Pick<TriageReport, 'models' | 'rulesAlone'>) {
  const use = useUseRules()
  const isInUse = !models.some((model) => model.isInUse)
  return (
    <UseRow
      name="Rules alone"
      isInUse={isInUse}
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
      <p className="text-muted mt-1 text-sm">{rulesWords(rulesAlone !== null, isInUse)}</p>
    </UseRow>
  )
}
