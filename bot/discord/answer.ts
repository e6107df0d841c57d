import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { Log } from '../../core/log.ts'
import { failureWords } from './refusal-message.ts'
import { cut } from './views/text.ts'

type Answerable =
  | ButtonInteraction
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction

const maxLetters = 2_000
const alreadyAcknowledged = 40_060

/**
 * Does something that may take longer than the 3 s Discord allows, and tells its outcome. Discord is told first that
 * an answer comes; when it does not take even that, the person saw the click fail, and nothing is done.
 * @param work returns the words of the answer
 */
async function answer(
  interaction: Answerable,
  flags: MessageFlags.Ephemeral | undefined,
  log: Log,
  work: Work,
) {
  await promiseAnswer(interaction, flags)
  const words = await work().catch((error: unknown) => failureWords(error, log))
  await interaction.editReply({
    content: cut(words, maxLetters),
    allowedMentions: { parse: [] },
  })
}

async function promiseAnswer(interaction: Answerable, flags: MessageFlags.Ephemeral | undefined) {
  try {
    await interaction.deferReply(flags ? { flags } : {})
  } catch (error) {
    // The library asks again when Discord's answer is lost, and learns that its first try had arrived
    if (!(error instanceof DiscordAPIError) || error.code !== alreadyAcknowledged) throw error
    interaction.deferred = true
  }
}

type Work = () => Promise<string>

/** Only the person sees the answer. */
export const answerPrivately = (interaction: Answerable, log: Log, work: Work) =>
  answer(interaction, MessageFlags.Ephemeral, log, work)

/** Everybody in the thread sees the answer. */
export const answerOpenly = (interaction: Answerable, log: Log, work: Work) =>
  answer(interaction, undefined, log, work)
