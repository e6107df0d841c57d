import {
  type APIGuild,
  type APIGuildForumTag,
  type APIGuildMember,
  type APIOverwrite,
  ApplicationFlags,
  ChannelType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import type { Finding } from '../../../core/finding.ts'
import { missingTags } from '../outbound/forum-tags.ts'
import { permissions } from './permissions.ts'
import { everyoneInChannel, permissionsInChannel } from './permissions-in-channel.ts'

/** What Discord says about the bot and its channel. */
export type Setup = {
  bot: { id: string; flags: number; mayAddCommands: boolean }
  guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>
  member: Pick<APIGuildMember, 'roles'>
  channel: {
    type: ChannelType
    guild_id?: string | undefined
    permission_overwrites?: readonly APIOverwrite[] | undefined
    /** of a forum */
    available_tags?: readonly APIGuildForumTag[] | undefined
  }
  onDutyRole?: string | undefined
}

const address = 'with the address from docs/discord.md'

export const tokenRejected: Finding = {
  level: 'problem',
  text: 'Discord rejects the token',
  remedy: 'Set DISCORD_TOKEN to the bot’s token from the developer portal',
}

/** What is missing in a bot's set-up, the worst first. */
export function findingsIn(setup: Setup): Finding[] {
  const { guild, channel, member, bot } = setup
  const overwrites = channel.permission_overwrites ?? []
  const granted = permissionsInChannel(guild, overwrites, bot.id, member)
  const missing = permissions.filter(({ flag }) => !(granted & flag))
  return [
    ...messageContent(bot.flags),
    ...rightChannel(setup),
    ...lacking(
      'problem',
      missing.filter(({ needed }) => needed),
    ),
    ...lacking(
      'advice',
      missing.filter(({ needed }) => !needed),
    ),
    ...tags(setup, granted),
    ...commands(bot),
    ...everybodyReads(everyoneInChannel(guild, overwrites)),
    ...onDutyRole(setup, granted),
  ]
}

const contentFlags = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited

const messageContent = (flags: number): Finding[] =>
  flags & contentFlags
    ? []
    : [
        {
          level: 'problem',
          text: 'the bot may not read messages',
          remedy: 'Switch on “Message Content Intent” for it in the developer portal, on the page Bot',
        },
      ]

const channelTypes = [ChannelType.GuildText, ChannelType.GuildForum]

function rightChannel({ channel, guild }: Setup): Finding[] {
  const remedy = 'Set DISCORD_CHANNEL_ID to the id of a text or forum channel of the server DISCORD_GUILD_ID'
  if (channel.guild_id !== guild.id)
    return [{ level: 'problem', text: 'the channel DISCORD_CHANNEL_ID is in another server', remedy }]
  if (!channelTypes.includes(channel.type))
    return [{ level: 'problem', text: 'DISCORD_CHANNEL_ID is not a text channel or a forum', remedy }]
  return []
}

const lacking = (level: Finding['level'], missing: readonly { name: string; use: string }[]): Finding[] =>
  missing.length === 0
    ? []
    : [
        {
          level,
          text: `in the desk’s channel the bot lacks ${missing.map(({ name, use }) => `${name} (${use})`).join(', ')}`,
          remedy: `Allow that in the channel’s settings, under Permissions, or invite the bot again ${address}`,
        },
      ]

/** The bot makes the tags by itself if it may, once it posts the first ticket. */
function tags({ channel }: Setup, granted: bigint): Finding[] {
  const missing = channel.available_tags ? missingTags(channel.available_tags) : []
  if (missing.length === 0 || granted & PermissionFlagsBits.ManageChannels) return []
  return [
    {
      level: 'advice',
      text: `the forum lacks the tags ${missing.join(', ')}`,
      remedy: 'Add them to the forum, or allow the bot Manage Channels in its settings, under Permissions',
    },
  ]
}

const commands = ({ mayAddCommands }: Setup['bot']): Finding[] =>
  mayAddCommands
    ? []
    : [
        {
          level: 'advice',
          text: 'the bot may not add its commands to the server',
          remedy: `Invite the bot again ${address}, which has the scope applications.commands`,
        },
      ]

const everybodyReads = (everyone: bigint): Finding[] =>
  everyone & PermissionFlagsBits.ViewChannel
    ? [
        {
          level: 'advice',
          text: 'every member of the server can read the desk’s channel, and so all tickets',
          remedy: 'Make the channel private, and add the moderators and the bot to it',
        },
      ]
    : []

function onDutyRole({ onDutyRole: id, guild }: Setup, granted: bigint): Finding[] {
  if (!id) return []
  const role = guild.roles.find((one) => one.id === id)
  if (!role)
    return [
      {
        level: 'advice',
        text: 'the server has no role DISCORD_ON_DUTY_ROLE_ID, so nobody is called',
        remedy: 'Set it to the id of a role of the server, or unset it',
      },
    ]
  if (role.mentionable || granted & PermissionFlagsBits.MentionEveryone) return []
  return [
    {
      level: 'advice',
      text: 'the bot may not mention the role on duty, so nobody is called',
      remedy: 'Switch on “Allow anyone to @mention this role” in the role’s settings',
    },
  ]
}
