import { Page } from '../../shared/ui/page.tsx'
import { MineSection } from './mine-section.tsx'
import { UnclaimedSection } from './unclaimed-section.tsx'

export function QueuePage() {
  return (
    <Page title="Queue" lead="What waits for you, and what anybody may claim.">
      <div className="space-y-8">
        <MineSection />
        <UnclaimedSection />
      </div>
    </Page>
  )
}
