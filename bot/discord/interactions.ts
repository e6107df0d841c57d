import type { Interaction } from 'discord.js'
import type { Bot } from './bot.ts'
import { pressReply, submitChange } from './buttons/own-reply.ts'
import { pressAction } from './buttons/press-action.ts'
import { dutyCommand, runDuty } from './commands/duty.ts'
import { linkCommand, runLink } from './commands/link.ts'
import { replyCommand, runReply } from './commands/reply.ts'
import { runSend, sendCommand } from './commands/send-to-requester.ts'
import { submitInput } from './modals/action-input.ts'
import { submitReply } from './modals/reply.ts'
import { newReplyId, readReplyId } from './reply-ids.ts'
import { readCustomId } from './ticket-action.ts'

const slashCommands = {
  [linkCommand.name]: runLink,
  [dutyCommand.name]: runDuty,
  [replyCommand.name]: runReply,
}
const messageCommands = { [sendCommand.name]: runSend }

/** Routes an interaction to its handler. @returns undefined for an interaction that is not ours */
export function handleInteraction(bot: Bot, interaction: Interaction): Promise<unknown> | undefined {
  if (interaction.isChatInputCommand()) return slashCommands[interaction.commandName]?.(bot, interaction)
  if (interaction.isMessageContextMenuCommand())
    return messageCommands[interaction.commandName]?.(bot, interaction)
  if (!interaction.isButton() && !interaction.isModalSubmit()) return undefined
  const reply = readReplyId(interaction.customId)
  if (reply && interaction.isButton()) return pressReply(bot, interaction, reply)
  if (reply && interaction.isModalSubmit()) return submitChange(bot, interaction, reply.comment)
  if (interaction.customId === newReplyId && interaction.isModalSubmit()) return submitReply(bot, interaction)
  const target = readCustomId(interaction.customId)
  if (!target) return undefined
  return interaction.isButton()
    ? pressAction(bot, interaction, target)
    : submitInput(bot, interaction, target)
}
