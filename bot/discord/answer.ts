import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { Log } from '../../core/log.ts'
import { failureMessage } from './refusal-message.ts'
import { truncateMarkdown } from './views/text.ts'

type Answerable =
  | ButtonInteraction
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction

const maxCharacters = 2_000
const alreadyAcknowledged = 40_060

/**
 * Does work that may take longer than the 3 s Discord allows, and answers with its outcome. It first tells Discord that
 * an answer follows. If that fails, the person has seen an error, and the work is not done.
 * @param work returns the text of the answer
 */
async function answer(
  interaction: Answerable,
  flags: MessageFlags.Ephemeral | undefined,
  log: Log,
  work: Work,
) {
  await announceAnswer(interaction, flags)
  const text = await work().catch((error: unknown) => failureMessage(error, log))
  await interaction.editReply({
    content: truncateMarkdown(text, maxCharacters),
    allowedMentions: { parse: [] },
  })
}

async function announceAnswer(interaction: Answerable, flags: MessageFlags.Ephemeral | undefined) {
  try {
    await interaction.deferReply(flags ? { flags } : {})
  } catch (error) {
    // The library retries when Discord's answer was lost, and then learns that its first try had arrived.
    if (!(error instanceof DiscordAPIError) || error.code !== alreadyAcknowledged) throw error
    interaction.deferred = true
  }
}

type Work = () => Promise<string>

/** Answers so that only this person sees it. */
export const answerPrivately = (interaction: Answerable, log: Log, work: Work) =>
  answer(interaction, MessageFlags.Ephemeral, log, work)

/** Answers so that everybody in the thread sees it. */
export const answerOpenly = (interaction: Answerable, log: Log, work: Work) =>
  answer(interaction, undefined, log, work)
