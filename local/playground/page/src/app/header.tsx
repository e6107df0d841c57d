import type { ReactNode } from 'react'
import { useLiveState } from '../live/use-live.ts'
import { ConsoleMenu } from './console-menu.tsx'
import { CurrentTroubles, SimulateMenu } from './simulate-menu.tsx'
import { ThemeButton } from './theme-button.tsx'

export type Tab = 'chat' | 'slack' | 'discord' | 'mailbox'

type Props = {
  tab: Tab
  tabs: { tab: Tab; label: ReactNode }[]
  onTab: (tab: Tab) => void
  onTour: () => void
  onFailure: (error: Error) => void
}

export function Header({ tab, tabs, onTab, onTour, onFailure }: Props) {
  const { welcome } = useLiveState()
  return (
    <header className="bar">
      <h1>Deskbridge playground</h1>
      <div className="bar-tabs" role="tablist" aria-label="View">
        {tabs.map(({ tab: one, label }) => (
          <button type="button" role="tab" key={one} aria-selected={one === tab} onClick={() => onTab(one)}>
            {label}
          </button>
        ))}
      </div>
      <div className="bar-troubles">
        <CurrentTroubles onFailure={onFailure} />
      </div>
      {(welcome?.troubles.length ?? 0) > 0 && <SimulateMenu onFailure={onFailure} />}
      <ConsoleMenu onFailure={onFailure} />
      <button type="button" className="bar-button" onClick={onTour}>
        Tour
      </button>
      <ThemeButton />
    </header>
  )
}
