import type { ReactNode } from 'react'
import { Search } from '../../shared/icons.tsx'

export const TopBar = ({ team, switcher }: { team: string; switcher: ReactNode }) => (
  <header className="s-top">
    <div className="s-search" aria-hidden="true">
      <Search /> Search {team}
    </div>
    {switcher}
  </header>
)
