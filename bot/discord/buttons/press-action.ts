import type { ButtonInteraction } from 'discord.js'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { inputModal } from '../modals/action-input.ts'
import { performAs } from '../perform-as.ts'
import type { ButtonAction } from '../ticket-action.ts'

/**
 * Performs the action, or opens the modal that asks for its input. The modal has to come within 3 s and so before any
 * look-up: whether the person may do it is checked when they submit.
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

/** E.g. "#42", as the card says. */
const numberOn = ({ message }: ButtonInteraction) => /^#\d+/.exec(message.embeds[0]?.title ?? '')?.[0]
