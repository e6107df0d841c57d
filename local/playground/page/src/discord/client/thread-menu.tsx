import { Menu } from '@base-ui/react/menu'
import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import { Thread } from '../../shared/icons.tsx'
import { MenuPopup } from '../../shared/menu-popup.tsx'

type Props = { screen: DiscordScreen; channel: string | null; onGo: (id: string) => void }

/** All threads of the open channel, the latest first. */
export function ThreadMenu({ screen, channel, onGo }: Props) {
  const threads = screen.threads.filter(({ channel: thread }) => thread.parent_id === channel).toReversed()
  if (threads.length === 0) return null
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="icon-button" aria-label="Threads">
        <Thread />
      </Menu.Trigger>
      <MenuPopup>
        {threads.map(({ channel: thread }) => (
          <Menu.Item key={thread.id} className="menu-item" onClick={() => onGo(thread.id)}>
            <span className="menu-label">
              {thread.name}
              {thread.thread_metadata?.archived && <small>Archived</small>}
            </span>
          </Menu.Item>
        ))}
      </MenuPopup>
    </Menu.Root>
  )
}
