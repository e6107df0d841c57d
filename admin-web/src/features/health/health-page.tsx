import { Page } from '../../shared/ui/page.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../shared/ui/skeleton-rows.tsx'
import { Overall } from './overall.tsx'
import { ServiceLine } from './service-line.tsx'
import { useHealth } from './use-health.ts'

export function HealthPage() {
  const health = useHealth()
  return (
    <Page
      title="Service health"
      lead="The services the desk depends on. Work for a service that is down resumes when it is back."
    >
      {health.data ? (
        <>
          <Overall health={health.data} />
          <ul aria-label="Services" className="panel divide-y divide-base-300">
            {Object.entries(health.data.services).map(([name, service]) => (
              <ServiceLine key={name} name={name} service={service} />
            ))}
          </ul>
        </>
      ) : health.isError ? (
        <ProblemState error={health.error} onRetry={health.refetch} />
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Page>
  )
}
