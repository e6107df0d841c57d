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
  if (interaction.isButton()) return firstOf(buttonHandlers, bot, interaction)
  return interaction.isModalSubmit() ? firstOf(formHandlers, bot, interaction) : undefined
}

type Handler<I> = (bot: Bot, interaction: I) => Promise<unknown> | undefined

/** A handler of the custom ids that `read` understands. It gets what they say. */
const forIds =
  <I extends { customId: string }, Id>(
    read: (customId: string) => Id | null | undefined | false,
    handle: (bot: Bot, interaction: I, id: Id) => Promise<unknown>,
  ): Handler<I> =>
  (bot, interaction) => {
    const id = read(interaction.customId)
    return id ? handle(bot, interaction, id) : undefined
  }

const isId = (own: string) => (customId: string) => customId === own

const buttonHandlers: Handler<ButtonInteraction>[] = [
  forIds(readReplyId, pressReply),
  forIds(readMacroId, pressMacro),
  forIds(readListId, showPage),
  forIds(readSolvedId, pressSolved),
  forIds(readDuplicateId, pressDuplicate),
  forIds(readSameId, pressSame),
  forIds(readRatingId, pressRating),
  forIds(readAnswersId, pressAnswers),
  forIds(isId(panelButtonId), (bot, interaction) => openNewTicketForm(bot, interaction)),
  forIds(readCustomId, pressAction),
]

const formHandlers: Handler<ModalSubmitInteraction>[] = [
  forIds(isId(newReplyId), (bot, interaction) => submitReply(bot, interaction)),
  forIds(isId(editedMacroId), (bot, interaction) => submitMacro(bot, interaction)),
  forIds(readNewTicketId, submitNewTicket),
  forIds(readAnswersId, submitAnswers),
  forIds(readRatingId, submitRatingComment),
  forIds(readReplyId, (bot, interaction, { comment }) => submitChange(bot, interaction, comment)),
  forIds(readCustomId, submitInput),
]

/** The first of the handlers that knows the interaction handles it. */
function firstOf<I>(handlers: Handler<I>[], bot: Bot, interaction: I): Promise<unknown> | undefined {
  for (const handle of handlers) {
    const handled = handle(bot, interaction)
    if (handled) return handled
  }
  return undefined
}
