import type { TriageReport } from '../../../../core/triage/models/model-view.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { rulesWords } from './triage-words.ts'
import { UseRow } from './use-row.tsx'
import { useUseRules } from './use-triage.ts'

/** What the desk comes with, beside the versions of what it has learned. */
export function RulesRow({ models, rulesAlone }: Pick<TriageReport, 'models' | 'rulesAlone'>) {
  const use = useUseRules()
  const isInUse = !models.some((model) => model.isInUse)
  return (
    <UseRow
      name="Built-in rules and examples"
      isInUse={isInUse}
      when={
        rulesAlone && (
          <>
            <TimeAgo at={rulesAlone.since} />, by {rulesAlone.by.name}
          </>
        )
      }
      use={use}
      useLabel="Use the built-in rules and examples"
    >
      <p className="text-muted mt-1 text-sm">{rulesWords(rulesAlone !== null, isInUse)}</p>
    </UseRow>
  )
}
