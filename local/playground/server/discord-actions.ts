import type { z } from 'zod'
import type { SentFile } from '../../discord/person/message-extras.ts'
import type { Patience, Seen } from '../../discord/person/seen.ts'
import type { Discord } from '../../discord/start-discord.ts'
import type { discordCalls, Interacted } from '../discord-calls.ts'
import type { Files, GivenFile } from './files.ts'
import { Refusal } from './refusal.ts'

type Calls = typeof discordCalls
type Actions = { [Name in keyof Calls]: (as: string, args: z.output<Calls[Name]>) => unknown }

/** What the app makes of an interaction later is on the screen. */
const patience: Patience = { thinkingMs: 0, updateMs: 0 }

/** Carries out what a person does in Discord. Each action throws what Discord's client would say against it. */
export function discordActions(discord: Discord, files: Files): Actions {
  function inOpenModal(as: string, id: string) {
    if (discord.screen({ person: as, open: null, limit: 1 }).modal?.id !== id)
      throw new Refusal('unknown_modal', 'This form is not open any more.')
    return discord.as(as)
  }

  /** Files as a person sends them, under addresses of the playground. */
  async function filesToSend(given: GivenFile[]): Promise<SentFile[]> {
    const kept = await Promise.all(given.map(files.keep))
    return kept.map(({ name, size, url, type }, index) => ({
      ...{ filename: name, size, url, content_type: type },
      content: Buffer.from(given[index]?.data ?? '', 'base64'),
    }))
  }

  return {
    'discord.write': async (as, { channel, content, replyTo, files: given = [] }) => {
      const sent = await filesToSend(given)
      const reply = replyTo ? { replyTo } : {}
      return { id: discord.as(as).write({ channel, content, ...reply, files: sent }).id }
    },
    'discord.edit': (as, { messageId, content }) => discord.as(as).edit(messageId, content),
    'discord.remove': (as, { messageId }) => discord.as(as).erase(messageId),
    'discord.dismiss': (as, { messageId }) => discord.as(as).dismiss(messageId),
    'discord.react': (as, { messageId, emoji, on }) =>
      on ? discord.as(as).react(messageId, emoji) : discord.as(as).unreact(messageId, emoji),
    'discord.click': async (as, args) => outcome(await discord.as(as).clickButton({ ...args, patience })),
    'discord.select': async (as, args) => outcome(await discord.as(as).select({ ...args, patience })),
    'discord.command': async (as, { path, options, channel }) =>
      outcome(await discord.as(as).command(path, options, { channel, patience })),
    'discord.autocomplete': async (as, { path, options, focused, channel }) => ({
      choices: await discord.as(as).autocomplete(path, options, focused, { channel }),
    }),
    'discord.messageCommand': async (as, { name, ...where }) =>
      outcome(await discord.as(as).messageCommand(name, { ...where, patience })),
    'discord.submitModal': async (as, { id, values, files: given = {} }) => {
      const uploads: Record<string, SentFile[]> = {}
      for (const [customId, picked] of Object.entries(given)) uploads[customId] = await filesToSend(picked)
      return outcome(await inOpenModal(as, id).submitModal({ ...values, ...uploads }, { patience }))
    },
    'discord.closeModal': (as, { id }) => inOpenModal(as, id).closeModal(),
  }
}

function outcome({ kind, text, messageId }: Seen): Interacted {
  if (kind === 'failed') throw new Refusal('interaction_failed', text)
  return { kind, ...(messageId && { messageId }) }
}
