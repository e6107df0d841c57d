import type { APIAttachment, APIMessage } from 'discord-api-types/v10'
import { threadPayload } from './payloads/channel-payloads.ts'
import { guildPayload } from './payloads/guild-payload.ts'
import { messagePayload } from './payloads/message-payload.ts'
import { directChannelWith } from './people.ts'
import { isOffered } from './person/command-data.ts'
import type { Reads } from './reads.ts'
import type { DiscordScreen } from './screen-shape.ts'
import { firstMessagesIn } from './threads/forum-posts.ts'
import { isVisibleTo } from './visibility.ts'
import type { Channel, StoredMessage, World } from './world.ts'

/** What a person has open: a channel, a thread, or their direct messages with the bot. */
export type DiscordLook = { person: string; open: string | null; limit: number }

/** What one person sees in Discord now. @throws Error for an unknown person */
export function discordScreen(
  world: World,
  reads: Reads,
  isConnected: boolean,
  look: DiscordLook,
): DiscordScreen {
  const me = world.people.get(look.person)
  if (!me) throw new Error(`Nobody has the id ${look.person}`)
  const direct = directChannelWith(world, me.user.id)
  const open = world.channels.get(look.open ?? '')
  const isVisible = open && isVisibleTo(world, open, me.user.id)
  const unread = reads.unread(me.user.id)
  const counts = (id: string) => unread.get(id) ?? { unread: 0, mentions: 0 }
  const { id, name } = guildPayload(world)
  const channels = [...world.channels.values()].filter((one) => isVisibleTo(world, one, me.user.id))
  return {
    guild: { id, name },
    bot: world.bot,
    me: me.user,
    members: [world.bot, ...[...world.people.values()].map(({ user }) => user)].map((user) => ({
      user,
      isBot: user.bot === true,
    })),
    channels: channels
      .filter((channel) => channel.kind === 'text')
      .map(({ id: channel, name: called, forum }) => ({
        ...{ id: channel, name: called, forumTags: forum?.tags ?? null },
        ...counts(channel),
      })),
    threads: channels
      .filter((channel) => channel.kind === 'thread')
      .map((thread) => ({
        channel: threadPayload(world, thread),
        isMember: thread.members.has(me.user.id),
        ...counts(thread.id),
      })),
    direct: { id: direct.id, ...counts(direct.id) },
    open: isVisible ? openChannel(world, me.user.id, open, look.limit) : null,
    modal: openModal(world, me.user.id),
    commands: isVisible
      ? [...world.guildCommands, ...world.globalCommands].filter((one) =>
          isOffered(world, one, me.user.id, open),
        )
      : [],
    isConnected,
  }
}

function openChannel(world: World, me: string, channel: Channel, limit: number) {
  const isForum = channel.kind === 'text' && channel.forum !== undefined
  const visible = isForum ? firstMessagesIn(world, channel) : messagesIn(world, me, channel)
  return {
    id: channel.id,
    messages: visible.slice(-limit).map((message) => shownTo(world, me, message)),
    hasEarlier: visible.length > limit,
  }
}

const messagesIn = (world: World, me: string, { id }: Channel) =>
  [...world.messages.values()].filter(
    ({ data, onlyFor }) => data.channel_id === id && (!onlyFor || onlyFor === me),
  )

/** The page that shows the screen has the bot's files under its own address. */
function onPage(world: World, file: APIAttachment): APIAttachment {
  const url = `/discord-files/${file.id}`
  return file.url.startsWith(world.cdn) ? { ...file, url, proxy_url: url } : file
}

/** A bot's payload says which reactions are the bot's own. */
function shownTo(world: World, me: string, message: StoredMessage): APIMessage {
  const data = messagePayload(world, message)
  data.attachments = data.attachments.map((file) => onPage(world, file))
  data.reactions?.forEach((reaction) => {
    reaction.me = message.reactions.get(reaction.emoji.name ?? '')?.has(me) ?? false
  })
  return data
}

function openModal(world: World, me: string): DiscordScreen['modal'] {
  const modal = world.openModals.get(me)
  return modal ? { id: modal.id, channelId: modal.channelId, data: modal.data } : null
}
