import { ChannelType, type ModalSubmitInteraction } from 'discord.js'
import { refusedFiles } from '../../../core/attachments/refused-files.ts'
import { isRefusal } from '../../../core/errors.ts'
import { idFromKey } from '../../../core/ids.ts'
import { lookAlikesInTime } from '../../../core/search/look-alikes.ts'
import { joined, markdownText, type Sentence, sentence } from '../../../core/text/sentence.ts'
import { openFields } from '../../../core/tickets/fields/open-fields.ts'
import { type NewTicketInput, newTicketSchema } from '../../../core/tickets/intake.ts'
import type { ListedTicket } from '../../../core/tickets/lists/list-page.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { uploadedFiles } from '../messages/incoming-files.ts'
import { readText } from '../messages/read-text.ts'
import { filesField } from '../modals/files-input.ts'
import { newTicketFields } from '../modals/new-ticket.ts'
import { resolveActor } from '../resolve-actor.ts'
import { answersRow } from '../views/answers.ts'
import { lookAlikesWords, sameButtons } from '../views/look-alikes.ts'
import { paragraphsMarkdown } from '../views/sentence.ts'
import { answersFor, chosenCategory, chosenIn, type Filing } from './read-form.ts'

/**
 * Files the ticket of a submitted form. Says that it is filed only once it is stored. Discord has closed the form by then,
 * so a refusal gives the person their text back.
 * @param filing what the form's custom id says
 */
export const submitNewTicket = (bot: Bot, interaction: ModalSubmitInteraction, filing: Filing) =>
  answerPrivately(interaction, bot.log, async () => {
    const typed = interaction.fields.getTextInputValue(newTicketFields.description)
    const form = await readForm(bot, interaction, typed)
    if (!form.success)
      return notFiled(sentence`${form.error.issues[0]?.message ?? 'The text is not valid.'}`, typed)
    try {
      return await file(bot, interaction, filing, form.data)
    } catch (error) {
      if (!isRefusal(error)) bot.log.error({ err: error }, 'A ticket from Discord could not be stored')
      return notFiled(isRefusal(error) ? error.words : sentence`Something went wrong on our side.`, typed)
    }
  })

async function readForm(bot: Bot, interaction: ModalSubmitInteraction, typed: string) {
  const read = { content: typed, channel: interaction.channelId ?? '', mentions: [] }
  return newTicketSchema.safeParse({
    title: interaction.fields.getTextInputValue(newTicketFields.title),
    description: (await readText(bot, read)).text,
    urgency: chosenIn(interaction, newTicketFields.urgency),
  })
}

/** @returns the answer to the person @throws a refusal */
async function file(bot: Bot, interaction: ModalSubmitInteraction, filing: Filing, form: NewTicketInput) {
  const actor = await resolveActor(bot, interaction.user.id)
  const parent = parentOf(interaction)
  const category = await chosenCategory(bot, interaction, filing)
  const { answers, wrong } = answersFor(category, interaction)
  const key = `discord:${filing.key}`
  const lookAlikes = lookAlikesInTime(bot.desk, actor, { ...form, _id: idFromKey(key) })
  const { ticket } = await openTicket(bot.desk, actor, {
    key,
    source: 'discord',
    input: { ...form, fields: answers },
    incoming: uploadedFiles(interaction, filesField),
    // What the form had no room for is asked for right after.
    answersLater: true,
    category: category?.name ?? null,
    surfaces: { discordRequester: parent ? { parent } : {} },
  })
  return filed(ticket, [whereItGoesOn(ticket, parent), ...wrong], await lookAlikes)
}

const whereItGoesOn = ({ number }: Ticket, parent: string | undefined): Sentence =>
  parent
    ? sentence`Filed as #${number}. A private thread opens here in a moment: your conversation with the desk goes on in it.`
    : sentence`Filed as #${number}. Your conversation with the desk goes on in your direct messages.`

/** Goes on with the questions of its category, and with open tickets of theirs that may be the same. */
const filed = (ticket: Ticket, sentences: Sentence[], lookAlikes: ListedTicket[]) => {
  const refused = refusedFiles(ticket.files)
  const words = [...sentences, ...(refused ? [refused] : []), ...questionsOf(ticket)]
  return {
    content: paragraphsMarkdown([joined(words, ' '), ...lookAlikesWords(ticket, lookAlikes)], 2_000, '\n'),
    embeds: [],
    components: [
      ...(openFields(ticket).length > 0 ? answersRow(ticket) : []),
      ...sameButtons(ticket, lookAlikes),
    ],
  }
}

function questionsOf(ticket: Ticket): Sentence[] {
  const open = openFields(ticket)
  if (open.length === 0) return []
  const questions = joined(
    open.map(({ label }) => sentence`“${label}”`),
    ', ',
  )
  return [sentence`Category “${ticket.category ?? ''}” has more questions: ${questions}.`]
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
