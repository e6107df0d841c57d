import type { ButtonInteraction, Interaction, ModalSubmitInteraction } from 'discord.js'
import { readAnswersId } from './answers-id.ts'
import type { Bot } from './bot.ts'
import { chooseOnCard } from './buttons/choose-on-card.ts'
import { pressMacro, submitMacro } from './buttons/macro.ts'
import { pressReply, submitChange } from './buttons/own-reply.ts'
import { pressAction } from './buttons/press-action.ts'
import { pressDuplicate } from './buttons/press-duplicate.ts'
import { pressSame } from './buttons/press-same.ts'
import { pressSolved, readSolvedId } from './buttons/press-solved.ts'
import { readSelectId } from './card-select-ids.ts'
import { dutyCommand, runDuty } from './commands/duty.ts'
import { fileMessageCommand, runFileMessage } from './commands/file-message.ts'
import { linkCommand, runLink } from './commands/link.ts'
import { macroCommand, runMacro } from './commands/macro.ts'
import { panelCommand, runPanel } from './commands/panel.ts'
import { replyCommand, runReply } from './commands/reply.ts'
import { runSend, sendCommand } from './commands/send-to-requester.ts'
import { showPage } from './commands/ticket/lists.ts'
import { suggest } from './commands/ticket/suggest.ts'
import { runTicket, ticketCommand } from './commands/ticket/ticket-command.ts'
import { readDuplicateId } from './duplicate-id.ts'
import { readListId } from './list-id.ts'
import { editedMacroId, readMacroId } from './macro-ids.ts'
import { submitInput } from './modals/action-input.ts'
import { readNewTicketId } from './modals/new-ticket.ts'
import { submitReply } from './modals/reply.ts'
import { readRatingId } from './rating-id.ts'
import { newReplyId, readReplyId } from './reply-ids.ts'
import { chooseAnswers, pressAnswers, submitAnswers } from './requester/answer-fields.ts'
import { submitNewTicket } from './requester/file-ticket.ts'
import { openNewTicketForm } from './requester/open-form.ts'
import { pressRating, submitRatingComment } from './requester/rate-ticket.ts'
import { readSameId } from './same-id.ts'
import { readCustomId } from './ticket-action.ts'
import { panelButtonId } from './views/panel.ts'

const slashCommands = {
  [linkCommand.name]: runLink,
  [dutyCommand.name]: runDuty,
  [replyCommand.name]: runReply,
  [macroCommand.name]: runMacro,
  [ticketCommand.name]: runTicket,
  [panelCommand.name]: runPanel,
}
const messageCommands = { [sendCommand.name]: runSend, [fileMessageCommand.name]: runFileMessage }

/** Routes an interaction to its handler. @returns undefined for an interaction that is not ours */
export function handleInteraction(bot: Bot, interaction: Interaction): Promise<unknown> | undefined {
  if (interaction.isChatInputCommand()) return slashCommands[interaction.commandName]?.(bot, interaction)
  if (interaction.isMessageContextMenuCommand())
    return messageCommands[interaction.commandName]?.(bot, interaction)
  if (interaction.isAutocomplete()) return suggest(bot, interaction)
  if (interaction.isStringSelectMenu() || interaction.isUserSelectMenu()) {
    const answers = readAnswersId(interaction.customId)
    if (answers && interaction.isStringSelectMenu()) return chooseAnswers(bot, interaction, answers)
    const chosen = readSelectId(interaction.customId)
    return chosen ? chooseOnCard(bot, interaction, chosen) : undefined
  }
  if (interaction.isButton()) return handleButton(bot, interaction)
  return interaction.isModalSubmit() ? handleModal(bot, interaction) : undefined
}

function handleButton(bot: Bot, interaction: ButtonInteraction): Promise<unknown> | undefined {
  const { customId } = interaction
  const reply = readReplyId(customId)
  if (reply) return pressReply(bot, interaction, reply)
  const macro = readMacroId(customId)
  if (macro) return pressMacro(bot, interaction, macro)
  const list = readListId(customId)
  if (list) return showPage(bot, interaction, list)
  const solved = readSolvedId(customId)
  if (solved) return pressSolved(bot, interaction, solved)
  const duplicate = readDuplicateId(customId)
  if (duplicate) return pressDuplicate(bot, interaction, duplicate)
  const same = readSameId(customId)
  if (same) return pressSame(bot, interaction, same)
  const rating = readRatingId(customId)
  if (rating) return pressRating(bot, interaction, rating)
  const answering = readAnswersId(customId)
  if (answering) return pressAnswers(bot, interaction, answering)
  if (customId === panelButtonId) return openNewTicketForm(bot, interaction)
  const target = readCustomId(customId)
  return target ? pressAction(bot, interaction, target) : undefined
}

function handleModal(bot: Bot, interaction: ModalSubmitInteraction): Promise<unknown> | undefined {
  const { customId } = interaction
  if (customId === newReplyId) return submitReply(bot, interaction)
  if (customId === editedMacroId) return submitMacro(bot, interaction)
  const filing = readNewTicketId(customId)
  if (filing) return submitNewTicket(bot, interaction, filing)
  const answering = readAnswersId(customId)
  if (answering) return submitAnswers(bot, interaction, answering)
  const rating = readRatingId(customId)
  if (rating) return submitRatingComment(bot, interaction, rating)
  const reply = readReplyId(customId)
  if (reply) return submitChange(bot, interaction, reply.comment)
  const target = readCustomId(customId)
  return target ? submitInput(bot, interaction, target) : undefined
}
