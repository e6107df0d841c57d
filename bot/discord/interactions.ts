import type { ButtonInteraction, Interaction, ModalSubmitInteraction } from 'discord.js'
import type { Bot } from './bot.ts'
import { pressClaim } from './buttons/claim.ts'
import { pressRelease } from './buttons/release.ts'
import { pressReopen } from './buttons/reopen.ts'
import { pressResolve } from './buttons/resolve.ts'
import { pressWait } from './buttons/wait.ts'
import { dutyCommand, runDuty } from './commands/duty.ts'
import { linkCommand, runLink } from './commands/link.ts'
import { replyCommand, runReply } from './commands/reply.ts'
import { runSend, sendCommand } from './commands/send-to-requester.ts'
import { submitResolution } from './modals/resolution.ts'
import { readCustomId, type TicketAction } from './ticket-action.ts'

type Handle<Kind> = (bot: Bot, interaction: Kind, ticket: string) => Promise<unknown>

const buttons: Record<TicketAction, Handle<ButtonInteraction>> = {
  claim: pressClaim,
  release: pressRelease,
  wait: pressWait,
  resolve: pressResolve,
  reopen: pressReopen,
}

const modals: Partial<Record<TicketAction, Handle<ModalSubmitInteraction>>> = { resolve: submitResolution }

const slashCommands = {
  [linkCommand.name]: runLink,
  [dutyCommand.name]: runDuty,
  [replyCommand.name]: runReply,
}
const messageCommands = { [sendCommand.name]: runSend }

/** What listens to what. @returns undefined for what is not ours */
export function handleInteraction(bot: Bot, interaction: Interaction): Promise<unknown> | undefined {
  if (interaction.isChatInputCommand()) return slashCommands[interaction.commandName]?.(bot, interaction)
  if (interaction.isMessageContextMenuCommand())
    return messageCommands[interaction.commandName]?.(bot, interaction)
  if (!interaction.isButton() && !interaction.isModalSubmit()) return undefined
  const target = readCustomId(interaction.customId)
  if (!target) return undefined
  return interaction.isButton()
    ? buttons[target.action](bot, interaction, target.ticket)
    : modals[target.action]?.(bot, interaction, target.ticket)
}
