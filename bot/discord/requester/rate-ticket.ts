import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js'
import { checkInput } from '../../../core/check-input.ts'
import { conflict } from '../../../core/errors.ts'
import { rate } from '../../../core/tickets/actions/rate.ts'
import { ratingOf } from '../../../core/tickets/rating.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { performAs } from '../perform-as.ts'
import type { RatingAsked } from '../rating-id.ts'
import { ratingCommentModal, ratingField } from '../views/rating.ts'

/** Rates the ticket, or asks for a comment. Discord wants a form within 3 s, so permissions are checked on submission. */
export function pressRating(bot: Bot, interaction: ButtonInteraction, { ticket, score }: RatingAsked) {
  if (score === null) return interaction.showModal(ratingCommentModal(ticket))
  const asked = { discordUser: interaction.user.id, ticket, isCardShown: false }
  return answerPrivately(interaction, bot.log, () => performAs(bot, asked, rate, () => ({ score })))
}

/** Adds a comment to the rating. The action checks that the ticket is theirs. */
export const submitRatingComment = (
  bot: Bot,
  interaction: ModalSubmitInteraction,
  { ticket }: Pick<RatingAsked, 'ticket'>,
) =>
  answerPrivately(interaction, bot.log, async () => {
    const found = await bot.desk.tickets.find(ticket)
    const comment = interaction.fields.getTextInputValue(ratingField)
    const asked = { discordUser: interaction.user.id, ticket, isCardShown: false }
    return performAs(bot, asked, rate, () => {
      const score = found && ratingOf(found)?.score
      if (!score) throw conflict('Choose from 1 to 5 first.')
      return checkInput(rate.input, { score, comment })
    })
  })
