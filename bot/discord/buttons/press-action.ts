import type { ButtonInteraction } from 'discord.js'
import type { ButtonAction } from '../../../core/tickets/actions/button-actions.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { inputModal } from '../modals/action-input.ts'
import { performAs } from '../perform-as.ts'

/**
 * Performs the action, or opens the modal for its input. Discord wants a modal within 3 s, so it opens before any
 * look-up, and permissions are checked on submission.
 */
export function pressAction(bot: Bot, interaction: ButtonInteraction, { ticket, ...target }: Pressed) {
  if (target.button.ask)
    return interaction.showModal(
      inputModal(target, target.button.ask, { ticket, number: numberOn(interaction) }),
    )
  return answerPrivately(interaction, bot.log, () =>
    performAs(bot, { discordUser: interaction.user.id, ticket }, target.action, () => ({})),
  )
}

type Pressed = ButtonAction & { ticket: string }

/** The ticket's number, e.g. "#42": the card has it in its title, a direct message in its subject. */
const numberOn = ({ message }: ButtonInteraction) =>
  /#\d+/.exec(message.embeds[0]?.title ?? message.content)?.[0]
