import { type APIMessage, MessageType } from 'discord-api-types/v10'

const ordinary = new Set<MessageType>([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
])

/** Whether somebody wrote it. Otherwise Discord itself says it. */
export const isUserMessage = ({ type }: APIMessage) => ordinary.has(type)
