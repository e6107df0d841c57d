import type { TriageReport } from '../../../../core/triage/models/model-view.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../shared/ui/skeleton-rows.tsx'
import { Corrections } from './corrections.tsx'
import { FiguresExplained } from './figures-explained.tsx'
import { ModelRow } from './model-row.tsx'
import { RulesRow } from './rules-row.tsx'
import { trainingWords } from './triage-words.ts'
import { useTrain, useTriage } from './use-triage.ts'

/** What the local engine has learned from resolved tickets, and how often people correct triage. */
export function TriagePage() {
  const triage = useTriage()
  return (
    <Page
      title="Triage"
      lead="What the local engine learns from resolved tickets, and how often people correct triage."
      actions={<TrainButton training={triage.data?.training} />}
    >
      {triage.data ? (
        <Report report={triage.data} />
      ) : triage.isError ? (
        <ProblemState error={triage.error} onRetry={triage.refetch} />
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Page>
  )
}

function TrainButton({ training }: { training: TriageReport['training'] | undefined }) {
  const train = useTrain()
  return (
    <button
      type="button"
      className="btn btn-primary"
      disabled={train.isPending || training?.state !== 'idle'}
      onClick={() => train.mutate()}
    >
      Train now
    </button>
  )
}

const Report = ({ report: { models, rulesAlone, training, corrections } }: { report: TriageReport }) => (
  <div className="space-y-8">
    <section aria-labelledby="models">
      <h2 id="models" className="mb-2 text-lg font-semibold">
        Models
      </h2>
      <p role="status" className="text-muted mb-3 text-sm">
        {trainingWords(training)}
      </p>
      {models.length > 0 || rulesAlone ? (
        <ul aria-label="Models" className="panel divide-y divide-base-300">
          {models.map((model) => (
            <ModelRow key={model.id} model={model} />
          ))}
          <RulesRow models={models} rulesAlone={rulesAlone} />
        </ul>
      ) : (
        <EmptyState icon="spark" title="No model yet">
          <p>
            With 50 resolved tickets, the local engine learns your categories. Until then, its built-in rules
            and examples decide.
          </p>
        </EmptyState>
      )}
      {models.length > 0 && <FiguresExplained />}
    </section>
    <Corrections corrections={corrections} />
  </div>
)
