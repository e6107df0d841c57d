import type { APIMessage } from 'discord-api-types/v10'
import { MessageEditor } from '../../shared/message-editor.tsx'
import { type Actions, ActionsContext } from '../components/actions.ts'
import { Message } from '../message/message.tsx'
import { nameOf } from '../message/name-of.ts'
import { MessageMenu } from './message-menu.tsx'
import type { Discord } from './use-discord.ts'

type Props = {
  discord: Discord
  message: APIMessage
  isCompact: boolean
  isEdited: boolean
  /** Begins to edit the message with this id; null ends it. */
  onEdit: (id: string | null) => void
  onReply: () => void
  onGo: (id: string) => void
}

/** A message in its list, with all that the person can do to it. */
export function ListedMessage({ discord, message, onEdit, onReply, onGo, ...rest }: Props) {
  const { screen } = discord
  const at = { channel: message.channel_id, messageId: message.id }
  const react = (emoji: string, on: boolean) => discord.quietly('discord.react', { ...at, emoji, on })
  const save = (content: string) => {
    onEdit(null)
    discord.edit(at.channel, at.messageId, content)
  }
  const isForMe =
    message.mention_everyone ||
    message.mentions.some(({ id }) => id === screen.me.id) ||
    message.content.includes(`<@${screen.me.id}>`)
  return (
    <ActionsContext value={actionsOn(discord, at)}>
      <Message
        message={message}
        isCompact={rest.isCompact}
        isForMe={isForMe}
        onReact={react}
        onDismiss={() => discord.quietly('discord.dismiss', at)}
        onOpenThread={onGo}
        editor={
          rest.isEdited ? (
            <MessageEditor
              className="d-composer-box"
              text={typedTextOf(discord, message)}
              onCancel={() => onEdit(null)}
              onSave={save}
            />
          ) : undefined
        }
        toolbar={
          <MessageMenu
            discord={discord}
            message={message}
            onReact={react}
            onReply={onReply}
            onEdit={() => onEdit(message.id)}
          />
        }
      />
    </ActionsContext>
  )
}

const actionsOn = (discord: Discord, at: { channel: string; messageId: string }): Actions => ({
  press: (customId) => discord.interact('discord.click', { ...at, customId }),
  select: (customId, values) => discord.interact('discord.select', { ...at, customId, values }),
  isBusy: discord.isBusy,
  people: discord.screen.members.map(({ user }) => ({ value: user.id, label: nameOf(user) })),
  roles: [],
  channels: discord.screen.channels.map(({ id, name }) => ({ value: id, label: `#${name}` })),
})

/** The text as it was typed, people by name. */
const typedTextOf = ({ screen }: Discord, { content }: APIMessage) =>
  screen.members.reduce((text, { user }) => text.replaceAll(`<@${user.id}>`, `@${nameOf(user)}`), content)
