import { Menu } from '@base-ui/react/menu'
import type { SlackShownMessage } from '../../../../../slack/screen-shape.ts'
import { EmojiPicker } from '../../shared/emoji-picker.tsx'
import { Apps, Message as MessageIcon, More, Pencil, Trash } from '../../shared/icons.tsx'
import { MenuPopup } from '../../shared/menu-popup.tsx'
import type { Slack } from './use-slack.ts'

type Props = {
  slack: Slack
  channel: string
  message: SlackShownMessage
  onReact: (name: string, on: boolean) => void
  onOpenThread: (() => void) | undefined
  onEdit: () => void
}

/** What appears over a message under the pointer. */
export const MessageMenu = (props: Props) => (
  <div className="s-toolbar" role="toolbar" aria-label="Message actions">
    <EmojiPicker onPick={(name) => props.onReact(name, true)} />
    {props.onOpenThread && (
      <button type="button" className="icon-button" aria-label="Reply in thread" onClick={props.onOpenThread}>
        <MessageIcon />
      </button>
    )}
    <MoreMenu {...props} />
  </div>
)

/** The app's shortcuts for messages, and what people can do to their own. */
function MoreMenu({ slack, channel, message, onEdit }: Props) {
  const at = { channel, ts: message.ts }
  const shortcuts = slack.screen.shortcuts.filter(({ type }) => type === 'message')
  const isOwn = message.user === slack.screen.me.id
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="icon-button" aria-label="More actions">
        <More />
      </Menu.Trigger>
      <MenuPopup>
        {shortcuts.map(({ name, callback_id }) => (
          <Menu.Item
            key={callback_id}
            className="menu-item"
            onClick={() => slack.quietly('slack.shortcut', { callbackId: callback_id, ...at })}
          >
            <Apps />
            <span className="menu-label">
              {name}
              <small>{slack.screen.app.name}</small>
            </span>
          </Menu.Item>
        ))}
        {isOwn && <OwnItems onEdit={onEdit} onDelete={() => slack.quietly('slack.remove', at)} />}
      </MenuPopup>
    </Menu.Root>
  )
}

const OwnItems = ({ onEdit, onDelete }: { onEdit: () => void; onDelete: () => void }) => (
  <>
    <Menu.Separator className="menu-separator" />
    <Menu.Item className="menu-item" onClick={onEdit}>
      <Pencil /> Edit message
    </Menu.Item>
    <Menu.Item className="menu-item menu-danger" onClick={onDelete}>
      <Trash /> Delete message
    </Menu.Item>
  </>
)
