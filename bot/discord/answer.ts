import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
  type UserSelectMenuInteraction,
} from 'discord.js'
import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10'
import type { Log } from '../../core/log.ts'
import type { Paragraph } from '../../core/text/sentence.ts'
import { failureMessage } from './failure-message.ts'
import { paragraphsMarkdown } from './views/sentence.ts'

type Answerable =
  | ButtonInteraction
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction
  | StringSelectMenuInteraction
  | UserSelectMenuInteraction

const maxCharacters = 2_000
const alreadyAcknowledged = 40_060

/**
 * Runs work that may take longer than the 3 s that Discord allows, and answers with its outcome. It first acknowledges
 * the interaction. If that fails, Discord has shown the person an error, so the work is not done.
 * @param work returns the answer
 */
async function answer(
  interaction: Answerable,
  flags: MessageFlags.Ephemeral | undefined,
  log: Log,
  work: Work,
) {
  await announceAnswer(interaction, flags)
  const answered = await work().catch((error: unknown) => failureMessage(error, log))
  await interaction.editReply({ ...messageOf(answered), allowedMentions: { parse: [] } })
}

async function announceAnswer(interaction: Answerable, flags: MessageFlags.Ephemeral | undefined) {
  try {
    await interaction.deferReply(flags ? { flags } : {})
  } catch (error) {
    // The library retries a call whose answer was lost. Discord then says that the first try had succeeded.
    if (!(error instanceof DiscordAPIError) || error.code !== alreadyAcknowledged) throw error
    interaction.deferred = true
  }
}

/** Text, or a message that is more than text. */
type Message = {
  content?: string
  embeds: APIEmbed[]
  components: APIActionRowComponent<APIComponentInMessageActionRow>[]
}
type Work = () => Promise<Paragraph | Paragraph[] | Message>

/**
 * Shows the outcome of a click, or of a form that a click opened, in place of the message that has the button. A failure
 * is shown in a message of its own.
 */
export async function answerInPlace(
  interaction: ButtonInteraction | ModalMessageModalSubmitInteraction,
  log: Log,
  work: Work,
) {
  await interaction.deferUpdate()
  try {
    const answered = { embeds: [], components: [], ...messageOf(await work()) }
    await interaction.editReply({ ...answered, allowedMentions: { parse: [] } })
  } catch (error) {
    const content = messageOf(failureMessage(error, log))
    await interaction.followUp({ ...content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } })
  }
}

const messageOf = (answered: Paragraph | Paragraph[] | Message) =>
  'embeds' in answered ? answered : { content: paragraphsMarkdown([answered].flat(), maxCharacters, ' ') }

/** Answers visibly to this person only. */
export const answerPrivately = (interaction: Answerable, log: Log, work: Work) =>
  answer(interaction, MessageFlags.Ephemeral, log, work)

/** Answers visibly to everyone in the thread. */
export const answerOpenly = (interaction: Answerable, log: Log, work: Work) =>
  answer(interaction, undefined, log, work)
