import { Menu } from '@base-ui/react/menu'
import { type APIMessage, ApplicationCommandType } from 'discord-api-types/v10'
import { EmojiPicker } from '../../shared/emoji-picker.tsx'
import { Apps, More, Pencil, Reply, Trash } from '../../shared/icons.tsx'
import { MenuPopup } from '../../shared/menu-popup.tsx'
import type { Discord } from './use-discord.ts'

type Props = {
  discord: Discord
  message: APIMessage
  onReact: (emoji: string, on: boolean) => void
  onReply: () => void
  onEdit: () => void
}

/** What appears over a message under the pointer. */
export const MessageMenu = (props: Props) => (
  <div className="d-toolbar" role="toolbar" aria-label="Message actions">
    <EmojiPicker onPick={(_, characters) => props.onReact(characters, true)} />
    <button type="button" className="icon-button" aria-label="Reply" onClick={props.onReply}>
      <Reply />
    </button>
    {props.message.author.id === props.discord.screen.me.id && (
      <button type="button" className="icon-button" aria-label="Edit" onClick={props.onEdit}>
        <Pencil />
      </button>
    )}
    <MoreMenu {...props} />
  </div>
)

/** The app's commands for messages, under "Apps", and deleting one's own. */
function MoreMenu({ discord, message }: Props) {
  const at = { channel: message.channel_id, messageId: message.id }
  const commands = discord.screen.commands.filter(({ type }) => type === ApplicationCommandType.Message)
  const isOwn = message.author.id === discord.screen.me.id
  if (commands.length === 0 && !isOwn) return null
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="icon-button" aria-label="More">
        <More />
      </Menu.Trigger>
      <MenuPopup>
        {commands.length > 0 && (
          <Menu.Group>
            <Menu.GroupLabel className="menu-heading">Apps</Menu.GroupLabel>
            {commands.map(({ id, name }) => (
              <Menu.Item
                key={id}
                className="menu-item"
                onClick={() => discord.interact('discord.messageCommand', { ...at, name })}
              >
                <Apps /> {name}
              </Menu.Item>
            ))}
          </Menu.Group>
        )}
        {isOwn && (
          <Menu.Item className="menu-item menu-danger" onClick={() => discord.quietly('discord.remove', at)}>
            <Trash /> Delete message
          </Menu.Item>
        )}
      </MenuPopup>
    </Menu.Root>
  )
}
