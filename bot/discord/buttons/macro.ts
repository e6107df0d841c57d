import type {
  ButtonInteraction,
  ModalMessageModalSubmitInteraction,
  ModalSubmitInteraction,
} from 'discord.js'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { answerInPlace, answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { failureMessage } from '../failure-message.ts'
import { editedMacroId, type MacroAction, type Previewed } from '../macro-ids.ts'
import { filledMacro, previewMacro } from '../messages/preview-macro.ts'
import { readText } from '../messages/read-text.ts'
import { type OutgoingMessage, sendToRequester } from '../messages/send-to-requester.ts'
import { replyModalWith, textOf } from '../modals/reply.ts'

type Pressed = { action: MacroAction; previewed: Previewed }

/** Sends a previewed canned reply, opens a form with its text, or takes the preview away. */
export function pressMacro(bot: Bot, interaction: ButtonInteraction, { action, previewed }: Pressed) {
  if (action === 'edit') return editFirst(bot, interaction, previewed)
  return answerInPlace(interaction, bot.log, async () => {
    if (action === 'cancel') return sentence`Cancelled. Nothing was sent.`
    const { reply, text } = await filledMacro(bot, interaction, previewed.id)
    if (reply.version !== previewed.version) return previewMacro(bot, interaction, previewed.id)
    return sendPreviewed(bot, interaction, { text })
  })
}

/** Discord wants a form within 3 s. When the look-up fails, the person is told so. */
async function editFirst(bot: Bot, interaction: ButtonInteraction, { id }: Previewed) {
  const filled = await filledMacro(bot, interaction, id).catch((error: unknown) => ({ error }))
  if ('error' in filled)
    return answerPrivately(interaction, bot.log, async () => failureMessage(filled.error, bot.log))
  const form = replyModalWith(editedMacroId, 'Answer the requester', filled.text)
  if (form) return interaction.showModal(form)
  return answerPrivately(
    interaction,
    bot.log,
    async () => sentence`The answer is too long for a form on Discord. Edit it in the console.`,
  )
}

/** Sends the edited text in place of the preview. */
export async function submitMacro(bot: Bot, interaction: ModalSubmitInteraction) {
  if (!interaction.isFromMessage()) return
  await answerInPlace(interaction, bot.log, async () => {
    const channel = interaction.channelId
    const read = await readText(bot, { content: textOf(interaction), channel, mentions: [] })
    return sendPreviewed(bot, interaction, read)
  })
}

/** One preview sends one answer, however often its buttons are pressed. The outbox shows it in the thread. */
async function sendPreviewed(
  bot: Bot,
  { message, user, channelId }: ButtonInteraction | ModalMessageModalSubmitInteraction,
  outgoing: Pick<OutgoingMessage, 'text' | 'mentions'>,
): Promise<Sentence> {
  const ticket = await bot.desk.tickets.findByDiscordThread(channelId)
  if (!ticket) return sentence`Not sent. This is not the thread of a ticket.`
  const key = `discord:macro:${message.id}`
  const sent = await sendToRequester(bot, { ...outgoing, ticket: ticket._id, discordUser: user.id, key })
  return sent.ok ? sentence`Sent to ${sent.requester}.` : sentence`Not sent. ${sent.reason}`
}
