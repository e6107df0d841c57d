import type { ReactNode } from 'react'
import { Search } from '../../shared/icons.tsx'
import { ListButton } from '../../shared/list-button.tsx'

type Props = { team: string; switcher: ReactNode; onList: () => void }

export const TopBar = ({ team, switcher, onList }: Props) => (
  <header className="s-top">
    <ListButton onOpen={onList} />
    <div className="s-search" aria-hidden="true">
      <Search /> Search {team}
    </div>
    {switcher}
  </header>
)
