import type { ChatInputCommandInteraction } from 'discord.js'
import { isRefusal } from '../../../../core/errors.ts'
import { type Sentence, sentence } from '../../../../core/text/sentence.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { commentBodySchema } from '../../../../core/tickets/comments/comment.ts'
import { refusalMessage } from '../../../../core/tickets/refusal-message.ts'
import { answerPrivately } from '../../answer.ts'
import type { Bot } from '../../bot.ts'
import { readText } from '../../messages/read-text.ts'
import { notValid } from '../../messages/unsupported-parts.ts'
import { resolveActor } from '../../resolve-actor.ts'
import { noteEmbed } from '../../views/note.ts'
import { textOption, ticketOption } from './options.ts'
import { resolveTicket } from './resolve-ticket.ts'

export const noteSubcommand = {
  description: 'Write an internal note on a ticket. The requester does not see it',
  options: [textOption('text', 'The note', 4_000), ticketOption],
}

/** Stores an internal note. In the ticket's thread it is shown to everybody there. */
export async function writeNote(bot: Bot, interaction: ChatInputCommandInteraction) {
  const written: { author: string; body: string }[] = []
  await answerPrivately(interaction, bot.log, () => storeNote(bot, interaction, (note) => written.push(note)))
  for (const { author, body } of written)
    await interaction.followUp({ embeds: [noteEmbed(author, body)], allowedMentions: { parse: [] } })
}

type Show = (note: { author: string; body: string }) => void

async function storeNote(bot: Bot, interaction: ChatInputCommandInteraction, show: Show): Promise<Sentence> {
  const { options, channelId: channel } = interaction
  const actor = await resolveActor(bot, interaction.user.id)
  const ticket = await resolveTicket(bot.desk, options.getString('ticket'), channel)
  const isHere = ticket.surfaces.discord?.thread === channel
  const content = options.getString('text', true)
  const { text, mentions } = await readText(bot, { content, channel, mentions: [] })
  const body = commentBodySchema.safeParse(text)
  if (!body.success) return sentence`Not stored. ${notValid(body.error)}`
  try {
    const input = { body: body.data, visibility: 'internal' as const, mentions }
    const key = `discord:${interaction.id}`
    await addComment(bot.desk, actor, { ticket: ticket._id, surface: 'discord', key, input })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return sentence`Not stored. ${isHere ? refusalMessage(error, actor, ticket) : error.words}`
  }
  if (isHere) show({ author: actor.name, body: body.data })
  return sentence`Your note is on #${ticket.number}. Its requester does not see it.`
}
