import { type APIEmbed, type APIMessage, ComponentType, MessageType } from 'discord-api-types/v10'
import { findButtons } from './messages/message-parts.ts'
import { isJson } from './validation/form.ts'
import type { StoredMessage, World } from './world.ts'

/** A message's visible parts as lines: content, embeds, text displays, buttons. */
export function messageText(data: Pick<APIMessage, 'content' | 'embeds' | 'components'>): string[] {
  const lines = data.content ? data.content.split('\n') : []
  for (const embed of data.embeds) lines.push(...embedText(embed).map((line) => `| ${line}`))
  for (const component of data.components ?? []) lines.push(...componentText(component))
  return lines
}

function embedText(embed: APIEmbed): string[] {
  const lines = [embed.author?.name, embed.title, embed.description, ...(embed.fields ?? []).map(fieldText)]
  return [...lines, embed.footer?.text].flatMap((text) => (text ? text.split('\n') : []))
}

const fieldText = ({ name, value }: { name: string; value: string }) => `${name}: ${value}`

function componentText(part: unknown): string[] {
  if (!isJson(part)) return []
  const children = Array.isArray(part.components) ? part.components : []
  switch (part.type) {
    case ComponentType.TextDisplay:
      return String(part.content).split('\n')
    case ComponentType.ActionRow: {
      const buttons = findButtons({ components: [part as never] })
      const selects = children.filter((child) => child.type !== ComponentType.Button)
      return [
        [
          ...buttons.map((button) => `[${button.label}${button.disabled ? ' (disabled)' : ''}]`),
          ...selects.map((select) => `<${select.placeholder ?? select.custom_id}>`),
        ].join(' '),
      ]
    }
    case ComponentType.Section: {
      const accessory = isJson(part.accessory) && part.accessory.label ? [`[${part.accessory.label}]`] : []
      return [...children.flatMap(componentText), ...accessory]
    }
    case ComponentType.Container:
      return children.flatMap(componentText).map((line) => `| ${line}`)
    case ComponentType.Separator:
      return ['---']
    default:
      return []
  }
}

/**
 * A channel as a person reads it, one block a message: `name: text`, what it replies to, reactions, its thread.
 * @param reader whose ephemeral messages to include
 */
export function transcriptOf(world: World, channelId: string, reader?: string): string {
  return [...world.messages.values()]
    .filter(({ data, onlyFor }) => data.channel_id === channelId && (!onlyFor || onlyFor === reader))
    .filter(({ data }) => data.type !== MessageType.ThreadStarterMessage)
    .map((message) => entry(world, message))
    .join('\n')
}

function entry(world: World, message: StoredMessage): string {
  const { data, onlyFor, reactions } = message
  const author = data.author.global_name ?? data.author.username
  const notice = systemText(data)
  if (notice) return `* ${author} ${notice}`
  const reply =
    data.type === MessageType.Reply && data.referenced_message
      ? ` (to "${shorten(messageText(data.referenced_message)[0] ?? '')}")`
      : ''
  const marks = [...reactions].map(([emoji, people]) => `${emoji} ${people.size}`)
  const thread = world.channels.get(data.id)
  const lines = [
    ...messageText(data),
    ...data.attachments.map((file) => `(file ${file.filename})`),
    ...(marks.length > 0 ? [`reactions: ${marks.join(', ')}`] : []),
    ...(thread?.kind === 'thread' ? [`thread: ${thread.name}`] : []),
  ]
  return [`${author}${onlyFor ? ' (only you)' : ''}${reply}: ${lines[0] ?? ''}`, ...lines.slice(1)].join(
    '\n  ',
  )
}

/** How the client words a system message. */
function systemText(data: APIMessage): string | undefined {
  const names = data.mentions.map((user) => user.global_name ?? user.username).join(', ')
  if (data.type === MessageType.RecipientAdd) return `added ${names} to the thread`
  if (data.type === MessageType.ChannelNameChange) return `changed the thread's name: ${data.content}`
  if (data.type === MessageType.ThreadCreated) return `started a thread: ${data.content}`
  return undefined
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
