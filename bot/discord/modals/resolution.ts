import type { ModalSubmitInteraction } from 'discord.js'
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { invalid } from '../../../core/errors.ts'
import { resolveTicket } from '../../../core/tickets/resolve-ticket.ts'
import { resolutionSchema } from '../../../core/tickets/ticket.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { changeAs } from '../change-as.ts'
import { customIdOf } from '../ticket-action.ts'

const field = 'resolution'

/** @param number e.g. "#42", when the card told it */
export const resolutionModal = (ticket: string, number = 'the ticket') =>
  ({
    custom_id: customIdOf('resolve', ticket),
    title: `Resolve ${number}`,
    components: [
      {
        type: ComponentType.Label,
        label: 'Resolution',
        description: 'How was it solved? The requester gets this.',
        component: {
          type: ComponentType.TextInput,
          custom_id: field,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: 3_000,
        },
      },
    ],
  }) satisfies APIModalInteractionResponseCallbackData

export const submitResolution = (bot: Bot, interaction: ModalSubmitInteraction, ticket: string) =>
  answerPrivately(interaction, bot.log, () =>
    changeAs(
      bot,
      { discordUser: interaction.user.id, ticket },
      (actor) =>
        resolveTicket(bot.desk, actor, {
          id: ticket,
          surface: 'discord',
          resolution: readResolution(interaction.fields.getTextInputValue(field)),
        }),
      ({ number, requester }) => `#${number} is resolved. ${requester.name} is told.`,
    ),
  )

function readResolution(text: string): string {
  const read = resolutionSchema.safeParse(text)
  if (!read.success) throw invalid('resolution', read.error.issues[0]?.message ?? 'Say how it was solved.')
  return read.data
}
