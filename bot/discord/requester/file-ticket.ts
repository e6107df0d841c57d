import { ChannelType, type ModalSubmitInteraction } from 'discord.js'
import { offeredOf } from '../../../core/catalog/names.ts'
import { isRefusal } from '../../../core/errors.ts'
import { joined, markdownText, type Sentence, sentence } from '../../../core/text/sentence.ts'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import { newTicketSchema, openTicket } from '../../../core/tickets/open-ticket.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { uploadedFiles } from '../messages/incoming-files.ts'
import { readText } from '../messages/read-text.ts'
import { filesField } from '../modals/files-input.ts'
import { newTicketFields } from '../modals/new-ticket.ts'
import { resolveActor } from '../resolve-actor.ts'
import { answersRow } from '../views/answers.ts'
import { paragraphsMarkdown } from '../views/sentence.ts'

/**
 * Files the ticket of a submitted form. Says that it is filed only once it is stored. Discord has closed the form by then,
 * so a refusal gives the person their text back.
 * @param key identifies the filing
 */
export const submitNewTicket = (bot: Bot, interaction: ModalSubmitInteraction, key: string) =>
  answerPrivately(interaction, bot.log, async () => {
    const { fields } = interaction
    const typed = fields.getTextInputValue(newTicketFields.description)
    const read = { content: typed, channel: interaction.channelId ?? '', mentions: [] }
    const form = newTicketSchema.safeParse({
      title: fields.getTextInputValue(newTicketFields.title),
      description: (await readText(bot, read)).text,
      urgency: chosenIn(interaction, newTicketFields.urgency),
    })
    if (!form.success)
      return notFiled(sentence`${form.error.issues[0]?.message ?? 'The text is not valid.'}`, typed)
    try {
      const actor = await resolveActor(bot, interaction.user.id)
      const parent = parentOf(interaction)
      const { ticket } = await openTicket(bot.desk, actor, {
        key: `discord:${key}`,
        source: 'discord',
        input: form.data,
        incoming: uploadedFiles(interaction, filesField),
        // The form has no room for the category's fields: they are asked for right after.
        answersLater: true,
        category: await offered(bot, chosenIn(interaction, newTicketFields.category)),
        surfaces: { discordRequester: parent ? { parent } : {} },
      })
      return filed(
        ticket,
        parent
          ? sentence`Filed as #${ticket.number}. A private thread opens here in a moment: your conversation with the desk goes on in it.`
          : sentence`Filed as #${ticket.number}. Your conversation with the desk goes on in your direct messages.`,
      )
    } catch (error) {
      if (!isRefusal(error)) bot.log.error({ err: error }, 'A ticket from Discord could not be stored')
      return notFiled(isRefusal(error) ? error.words : sentence`Something went wrong on our side.`, typed)
    }
  })

/** What the category asks is asked for next. */
const filed = (ticket: Ticket, words: Sentence) => {
  const open = openFields(ticket)
  if (open.length === 0) return words
  const asked = sentence`Category “${ticket.category ?? ''}” asks for ${joined(
    open.map(({ label }) => sentence`${label}`),
    ', ',
  )}.`
  return {
    content: paragraphsMarkdown([words, asked], 2_000),
    embeds: [],
    components: answersRow(ticket),
  }
}

const chosenIn = ({ fields }: ModalSubmitInteraction, field: string): string | undefined =>
  fields.fields.has(field) ? fields.getStringSelectValues(field)[0] : undefined

/** A category may have been retired while the form was open. Triage then finds one. */
async function offered(bot: Bot, wanted: string | undefined): Promise<string | null> {
  const { categories } = offeredOf(await bot.desk.catalog.read())
  return categories.find(({ name }) => name === wanted)?.name ?? null
}

/** The channel under which a private thread may be opened: the one where the form was opened, or that of its thread. */
function parentOf({ channel }: ModalSubmitInteraction): string | undefined {
  if (channel?.type === ChannelType.GuildText) return channel.id
  return channel?.isThread() && channel.parent?.type === ChannelType.GuildText ? channel.parent.id : undefined
}

const notFiled = (reason: Sentence, typed: string) => ({
  embeds: [
    {
      title: 'Not filed',
      description: paragraphsMarkdown(
        [reason, sentence`Here is what you wrote. Copy it, and file it again:`, markdownText(typed)],
        4_000,
      ),
    },
  ],
  components: [],
})
