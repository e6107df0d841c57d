import { Menu } from '@base-ui/react/menu'
import { useLive, useLiveState } from '../live/use-live.ts'
import { Avatar } from '../shared/avatar.tsx'
import { Chevron, External } from '../shared/icons.tsx'
import { MenuPopup } from '../shared/menu-popup.tsx'

/** Opens the console in a tab of its own, signed in as one of the people. */
export function ConsoleMenu({ onFailure }: { onFailure: (error: Error) => void }) {
  const live = useLive()
  const { welcome } = useLiveState()
  const open = async (key: string) => {
    // Opened at the click: browsers refuse a tab that opens after an answer has been waited for.
    const tab = window.open('about:blank', '_blank')
    if (tab) tab.opener = null
    try {
      const { url } = await live.call('console.signInLink', { key })
      if (tab) tab.location.href = url
    } catch (error) {
      tab?.close()
      onFailure(error as Error)
    }
  }
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="bar-button">
        <External /> Console <Chevron />
      </Menu.Trigger>
      <MenuPopup>
        <Menu.Group>
          <Menu.GroupLabel className="menu-heading">Sign in as</Menu.GroupLabel>
          {welcome?.people
            .filter(({ hasAccount }) => hasAccount)
            .map(({ key, name, role }) => (
              <Menu.Item key={key} className="menu-item" onClick={() => void open(key)}>
                <Avatar id={key} name={name} size={24} round />
                <span className="menu-label">
                  {name}
                  <small>
                    {role === 'requester' ? 'Employee' : role === 'admin' ? 'Admin' : 'Moderator'}
                  </small>
                </span>
              </Menu.Item>
            ))}
        </Menu.Group>
      </MenuPopup>
    </Menu.Root>
  )
}
