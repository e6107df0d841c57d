import { Menu } from '@base-ui/react/menu'
import type { Overflow as OverflowElement } from '@slack/types'
import { useState } from 'react'
import { Dots } from '../../shared/icons.tsx'
import { MenuPopup } from '../../shared/menu-popup.tsx'
import { TextObject } from '../text/text-object.tsx'
import { useConfirm } from './confirm.tsx'
import { useSurface } from './surface.ts'

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
export function Overflow({ blockId, element }: { blockId: string; element: OverflowElement }) {
  const { act } = useSurface()
  const [chosen, setChosen] = useState('')
  const { press, dialog } = useConfirm(element.confirm, () => act({ blockId, element }, chosen))
  return (
    <>
      <Menu.Root modal={false}>
        <Menu.Trigger className="s-button s-square" aria-label="More options">
          <Dots />
        </Menu.Trigger>
        <MenuPopup>
          {element.options.map((option) => (
            <Menu.Item
              key={option.value ?? option.text.text}
              className="menu-item"
              onClick={() => {
                setChosen(option.value ?? '')
                if (element.confirm) press()
                else act({ blockId, element }, option.value ?? '')
              }}
            >
              <TextObject text={option.text} />
            </Menu.Item>
          ))}
        </MenuPopup>
      </Menu.Root>
      {dialog}
    </>
  )
}
