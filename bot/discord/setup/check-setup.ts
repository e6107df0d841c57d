import {
  type APIApplication,
  type APIGuild,
  type APIGuildForumChannel,
  type APIGuildMember,
  type APITextChannel,
  type APIUser,
  DiscordAPIError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import type { Finding } from '../../../core/finding.ts'
import { findingsIn, tokenRejected } from './findings.ts'
import { inviteAddress } from './permissions.ts'

export type Place = { guildId: string; channelId: string; onDutyRole?: string | undefined }

/** @property invite the address that adds the bot to a server; undefined while Discord rejects the token */
export type CheckedSetup = { name?: string; invite?: string; findings: Finding[] }

const notInServer: Finding = {
  level: 'problem',
  text: 'the bot is not in the server DISCORD_GUILD_ID',
  remedy: 'Correct the id, or invite the bot with the address from docs/discord.md',
}
const noChannel: Finding = {
  level: 'problem',
  text: 'the bot sees no channel DISCORD_CHANNEL_ID',
  remedy: 'Correct the id, or add the bot to the channel’s permissions',
}

/** Asks Discord what the bot may do in the desk's channel. @throws when Discord can't be reached */
export async function checkSetup(rest: REST, place: Place): Promise<CheckedSetup> {
  const asked = await known(
    Promise.all([
      rest.get(Routes.currentApplication()) as Promise<APIApplication>,
      rest.get(Routes.user()) as Promise<APIUser>,
    ]),
  )
  if (!asked) return { findings: [tokenRejected] }
  const [application, bot] = asked
  const about = { name: bot.username, invite: inviteAddress(application.id) }
  const guild = await known(rest.get(Routes.guild(place.guildId)) as Promise<APIGuild>)
  if (!guild) return { ...about, findings: [notInServer] }
  const channel = await known(
    rest.get(Routes.channel(place.channelId)) as Promise<APITextChannel | APIGuildForumChannel>,
  )
  if (!channel) return { ...about, findings: [noChannel] }
  const [member, commands] = await Promise.all([
    rest.get(Routes.guildMember(guild.id, bot.id)) as Promise<APIGuildMember>,
    known(rest.get(Routes.applicationGuildCommands(application.id, guild.id))),
  ])
  const findings = findingsIn({
    bot: { id: bot.id, flags: application.flags, mayAddCommands: commands !== undefined },
    guild,
    member,
    channel,
    onDutyRole: place.onDutyRole,
  })
  return { ...about, findings }
}

const unknownOrHidden: (number | string)[] = [
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
]

/**
 * @returns undefined for what the bot may not see and what doesn't exist. Discord refuses a malformed id as a form
 * error
 */
const known = <T>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((error: unknown) => {
    const refused =
      error instanceof DiscordAPIError &&
      (error.status === 401 || error.status === 400 || unknownOrHidden.includes(error.code))
    if (!refused) throw error
    return undefined
  })
