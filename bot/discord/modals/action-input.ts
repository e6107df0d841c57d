import type { ModalSubmitInteraction } from 'discord.js'
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { checkInput } from '../../../core/check-input.ts'
import type { CardButton } from '../../../core/tickets/actions/action.ts'
import type { ButtonAction } from '../../../core/tickets/actions/button-actions.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { performAs } from '../perform-as.ts'
import { customIdOf } from '../ticket-action.ts'

/** The modal that asks for the text that an action needs. @param number e.g. "#42", if the card shows it */
export const inputModal = (
  { name, button }: Pick<ButtonAction, 'name' | 'button'>,
  ask: NonNullable<CardButton['ask']>,
  { ticket, number = 'the ticket' }: { ticket: string; number?: string | undefined },
) =>
  ({
    custom_id: customIdOf(name, ticket),
    title: `${button.label} ${number}`,
    components: [
      {
        type: ComponentType.Label,
        label: ask.label,
        description: ask.description,
        component: {
          type: ComponentType.TextInput,
          custom_id: ask.field,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: ask.maxLength,
        },
      },
    ],
  }) satisfies APIModalInteractionResponseCallbackData

/** Performs the action with the text that the person has entered. */
export const submitInput = (
  bot: Bot,
  interaction: ModalSubmitInteraction,
  { action, button, ticket }: ButtonAction & { ticket: string },
) =>
  answerPrivately(interaction, bot.log, () =>
    performAs(bot, { discordUser: interaction.user.id, ticket }, action, () => {
      const field = button.ask?.field ?? ''
      return checkInput(action.input, { [field]: interaction.fields.getTextInputValue(field) })
    }),
  )
