import { FailureBar } from '../../shared/failure-bar.tsx'
import { Blocks } from '../blocks/blocks.tsx'
import { SurfaceContext } from '../blocks/surface.ts'
import { AppTabs } from './app-tabs.tsx'
import { surfaceOf } from './surface-of.ts'
import type { Slack } from './use-slack.ts'

/** The app's Home tab: https://docs.slack.dev/surfaces/app-home */
export function HomeTab({ slack, onMessages }: { slack: Slack; onMessages: () => void }) {
  const { screen } = slack
  const surface = surfaceOf(screen, ({ blockId, element }) =>
    slack.quietly('slack.clickHome', { blockId, actionId: element.action_id ?? '' }),
  )
  return (
    <main className="s-main" aria-label={`${screen.app.name} home`}>
      <header className="s-head">
        <h2>
          {screen.app.name} <span className="s-badge">APP</span>
        </h2>
      </header>
      <AppTabs isHome onHome={() => {}} onMessages={onMessages} />
      <FailureBar words={slack.failure} onDismiss={slack.dismissFailure} />
      <div className="s-home scroll">
        <SurfaceContext value={surface}>
          {screen.home && <Blocks blocks={screen.home.blocks} />}
        </SurfaceContext>
      </div>
    </main>
  )
}
