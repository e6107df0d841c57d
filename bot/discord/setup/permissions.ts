import { PermissionFlagsBits } from 'discord-api-types/v10'

export type Permission = { flag: bigint; name: string; use: string; needed: boolean }

/**
 * What the bot needs in the desk's channel. Without those that are not `needed`, some features are missing.
 * docs/discord.md tells admins.
 */
export const permissions: readonly Permission[] = [
  { flag: PermissionFlagsBits.ViewChannel, name: 'View Channel', use: 'seeing the channel', needed: true },
  { flag: PermissionFlagsBits.SendMessages, name: 'Send Messages', use: 'posting cards', needed: true },
  { flag: PermissionFlagsBits.EmbedLinks, name: 'Embed Links', use: 'showing cards', needed: true },
  {
    flag: PermissionFlagsBits.ReadMessageHistory,
    name: 'Read Message History',
    use: 'reading replies, also those that it missed',
    needed: true,
  },
  {
    flag: PermissionFlagsBits.CreatePublicThreads,
    name: 'Create Public Threads',
    use: 'opening a thread for each ticket',
    needed: true,
  },
  {
    flag: PermissionFlagsBits.SendMessagesInThreads,
    name: 'Send Messages in Threads',
    use: 'writing there',
    needed: true,
  },
  {
    flag: PermissionFlagsBits.ManageThreads,
    name: 'Manage Threads',
    use: 'renaming threads, and opening those that somebody has locked',
    needed: false,
  },
  {
    flag: PermissionFlagsBits.CreatePrivateThreads,
    name: 'Create Private Threads',
    use: 'conversations with requesters on Discord, which run in direct messages without it',
    needed: false,
  },
  { flag: PermissionFlagsBits.AttachFiles, name: 'Attach Files', use: 'showing files', needed: false },
  {
    flag: PermissionFlagsBits.AddReactions,
    name: 'Add Reactions',
    use: 'marking the replies that were sent',
    needed: false,
  },
]

const all = permissions.reduce((bits, { flag }) => bits | flag, 0n)

/** The address that adds the bot to a server, with all its permissions. */
export const inviteAddress = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${all}`
