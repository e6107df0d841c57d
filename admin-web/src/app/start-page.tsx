import { NextSteps } from '../features/setup/next-steps.tsx'
import { useNextSteps } from '../features/setup/use-next-steps.ts'
import { QueuePage } from '../features/tickets/queue/queue-page.tsx'
import { useMe } from '../shared/session/use-me.ts'

/** The queue. While the desk isn't set up, admins see above it what is left to do. */
export function StartPage() {
  const { steps, hide } = useNextSteps(useMe().role === 'admin')
  return (
    <QueuePage waits={steps === undefined} above={steps ? <NextSteps steps={steps} onHide={hide} /> : null} />
  )
}
