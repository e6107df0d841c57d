import { Menu } from '@base-ui/react/menu'
import { Avatar } from '../shared/avatar.tsx'
import { Chevron } from '../shared/icons.tsx'
import { MenuPopup } from '../shared/menu-popup.tsx'
import type { Player } from './people.ts'

type Props = {
  players: Player[]
  player: Player
  round: boolean
  onBecome: (id: string) => void
}

const roles = {
  requester: 'Employee',
  moderator: 'Moderator',
  admin: 'Admin',
  none: 'Not on the desk',
} as const

/** Who is played in this client. */
export function PersonSwitcher({ players, player, round, onBecome }: Props) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="switcher" aria-label={`You are ${player.name}. Play somebody else`}>
        <Avatar id={player.id} name={player.name} size={26} round={round} />
        <span className="switcher-name">{player.name}</span>
        <Chevron />
      </Menu.Trigger>
      <MenuPopup>
        <Menu.RadioGroup value={player.id} onValueChange={(id) => onBecome(String(id))}>
          {players.map(({ id, name, about, person }) => (
            <Menu.RadioItem key={id} value={id} className="menu-item" closeOnClick>
              <Avatar id={id} name={name} size={28} round={round} />
              <span className="menu-label">
                {name}
                <small>{[roles[person.role], about].filter(Boolean).join(' · ')}</small>
              </span>
              <Menu.RadioItemIndicator>✓</Menu.RadioItemIndicator>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </MenuPopup>
    </Menu.Root>
  )
}
