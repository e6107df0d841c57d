import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import { z } from 'zod'
import { fileSchema } from './slack-calls.ts'

const id = z.string().regex(/^\d{17,20}$/)
const content = z.string().max(4_000)
const customId = z.string().min(1).max(100)
const option = z.union([z.string().max(6_000), z.number(), z.boolean()])
const onMessage = { channel: id, messageId: id }
const options = z.record(z.string().max(32), option)
/** What follows the slash, subcommand included: "duty on". */
const path = z.string().min(1).max(100)

/** What a person can do in Discord, with the arguments of each. Their results are in `DiscordResults`. */
export const discordCalls = {
  /** `content` as Discord's client sends it: `<@id>` for a mention */
  'discord.write': z.object({
    channel: id,
    content,
    replyTo: id.optional(),
    files: z.array(fileSchema).max(10).optional(),
  }),
  'discord.edit': z.object({ ...onMessage, content }),
  'discord.remove': z.object(onMessage),
  /** only an ephemeral message */
  'discord.dismiss': z.object(onMessage),
  'discord.react': z.object({ ...onMessage, emoji: z.string().max(100), on: z.boolean() }),
  'discord.click': z.object({ ...onMessage, customId }),
  'discord.select': z.object({ ...onMessage, customId, values: z.array(z.string().max(100)).max(25) }),
  'discord.command': z.object({ channel: id, path, options }),
  'discord.autocomplete': z.object({ channel: id, path, options, focused: z.string().max(32) }),
  'discord.messageCommand': z.object({ ...onMessage, name: z.string().min(1).max(32) }),
  /** by custom_id; a list for selects. `id` is the modal's on the screen. */
  'discord.submitModal': z.object({
    id: z.string().max(100),
    values: z.record(customId, z.union([content, z.array(z.string().max(100)).max(25)])),
    /** by custom_id, too */
    files: z.record(customId, z.array(fileSchema).max(10)).optional(),
  }),
  'discord.closeModal': z.object({ id: z.string().max(100) }),
} as const

/**
 * An interaction's result says what became of it. When the app fails to answer, the call's error has the words that
 * Discord shows, e.g. "This interaction failed".
 */
export type DiscordResults = {
  'discord.write': { id: string }
  'discord.autocomplete': { choices: APIApplicationCommandOptionChoice[] }
  'discord.click': Interacted
  'discord.select': Interacted
  'discord.command': Interacted
  'discord.messageCommand': Interacted
  'discord.submitModal': Interacted
}

/** `messageId` is the answer, which the open channel shows. */
export type Interacted = {
  kind: 'ephemeral' | 'message' | 'update' | 'modal' | 'acknowledged' | 'thinking'
  messageId?: string
}
