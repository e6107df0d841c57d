import { useMe } from '../../shared/session/use-me.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { ProblemState } from '../../shared/ui/problem-state.tsx'
import { SkeletonRows } from '../../shared/ui/skeleton-rows.tsx'
import { Matrix } from './matrix.tsx'
import { Timing } from './timing.tsx'
import { useNotifications } from './use-notifications.ts'

/** Which notifications a person gets, where and when. */
export function Notifications() {
  const { data, isError, error, refetch } = useNotifications()
  const { role } = useMe()
  return (
    <Panel title="Notifications">
      {data ? (
        <div className="space-y-6">
          <Matrix view={data} role={role} />
          <Timing view={data} />
        </div>
      ) : isError ? (
        <ProblemState error={error} onRetry={refetch} />
      ) : (
        <SkeletonRows />
      )}
    </Panel>
  )
}
