import type { APIChannel, APIMessage, APIRole, APIUser } from 'discord-api-types/v10'
import { Routes } from 'discord-api-types/v10'
import pTimeout from 'p-timeout'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import type { Bot } from '../bot.ts'
import { type NameOf, type Reference, readDiscord } from '../text/read-discord.ts'
import { findMentioned, mentionedUserIds } from './mentions.ts'

const maxLookups = 20
/** What has no name by then is shown by a general word. */
const deadlineMs = 1_500

/** A message as Discord sends it. @property channel where it was written @property mentions whom Discord names with it */
export type TypedText = { content: string; channel: string; mentions: { id: string; name: string }[] }

/** What a person typed in a message of the gateway or the API. */
export const typedText = ({
  content,
  channel_id,
  mentions,
}: Pick<APIMessage, 'content' | 'channel_id' | 'mentions'>): TypedText => ({
  content,
  channel: channel_id,
  mentions: mentions.map(({ id, global_name, username }) => ({ id, name: global_name ?? username })),
})

/** Markdown for other surfaces. @property mentions user ids of the people with an account whom it mentions */
export type ReadText = { text: string; mentions: string[] }

type Context = Pick<Bot, 'desk' | 'rest' | 'log'>

/** Turns what a person typed on Discord into Markdown with names in it. Asks Discord for those it did not send. */
export async function readText(bot: Context, { content, channel, mentions }: TypedText): Promise<ReadText> {
  const wanted = referencesIn(content)
  const unnamed = idsOf(wanted, 'user').filter((id) => !mentions.some((one) => one.id === id))
  const people = await findMentioned(bot.desk, [...mentions, ...unnamed.map((id) => ({ id, name: '' }))])
  const names = new Map<string, string>(
    people.flatMap(({ id, name }) => (name ? [[`user:${id}`, name] as const] : [])),
  )
  const lookUp = async (kind: Reference, id: string) => {
    const name = await ask[kind](bot, id, channel).catch((error: unknown) => {
      bot.log.warn({ err: error }, `Discord did not tell the name of a ${kind}`)
      return undefined
    })
    if (name) names.set(`${kind}:${id}`, name)
  }
  const missing = wanted.filter(({ kind, id }) => !names.has(`${kind}:${id}`)).slice(0, maxLookups)
  await pTimeout(Promise.all(missing.map(({ kind, id }) => lookUp(kind, id))), {
    milliseconds: deadlineMs,
    fallback: () => bot.log.warn('Discord did not tell all names in time'),
  })
  const tree = readDiscord(content, (kind, id) => names.get(`${kind}:${id}`))
  return { text: writeMarkdown(tree), mentions: mentionedUserIds(people) }
}

type Referred = { kind: Reference; id: string }

function referencesIn(content: string): Referred[] {
  const found = new Map<string, Referred>()
  const note: NameOf = (kind, id) => {
    found.set(`${kind}:${id}`, { kind, id })
    return undefined
  }
  readDiscord(content, note)
  return [...found.values()]
}

const idsOf = (references: Referred[], kind: Reference) =>
  references.flatMap((one) => (one.kind === kind ? [one.id] : []))

type Ask = (bot: Context, id: string, channel: string) => Promise<string | undefined>

const ask: Record<Reference, Ask> = {
  user: async ({ rest }, id) => {
    const user = (await rest.get(Routes.user(id))) as APIUser
    return user.global_name ?? user.username
  },
  channel: async ({ rest }, id) => ((await rest.get(Routes.channel(id))) as APIChannel).name ?? undefined,
  role: async ({ rest }, id, channel) => {
    const here = (await rest.get(Routes.channel(channel))) as APIChannel
    if (!('guild_id' in here) || !here.guild_id) return undefined
    const roles = (await rest.get(Routes.guildRoles(here.guild_id))) as APIRole[]
    return roles.find((role) => role.id === id)?.name
  },
}
