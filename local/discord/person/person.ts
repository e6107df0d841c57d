import {
  type APIApplicationCommandOptionChoice,
  type APIAttachment,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10'
import { withUrl } from '../contents.ts'
import { findButtons, findSelects } from '../message-parts.ts'
import { deleteMessage, editMessage, postMessage } from '../messages.ts'
import { directChannelWith } from '../people.ts'
import { addReaction, removeReaction } from '../reactions.ts'
import { interact, startInteraction } from '../start-interaction.ts'
import { messageText, transcriptOf } from '../transcript.ts'
import { isVisibleTo } from '../visibility.ts'
import { waitUntil } from '../wait-until.ts'
import type { Channel, OpenModal, StoredMessage, World } from '../world.ts'
import { messageCommandData, type OptionValues, slashCommandData } from './command-data.ts'
import { attachment, forwardOf, type MessageExtras, postingWithExtras } from './message-extras.ts'
import { fillModal, type ModalValues } from './modal-form.ts'
import { defaultPatience, type Patience, type Seen } from './seen.ts'

/** A channel or thread id; `'dm'` for the conversation with the bot. */
export type ChannelChoice = { channel: string; patience?: Partial<Patience> }

export type WhichButton = ChannelChoice & {
  /** Default: the newest message in the channel that has such a button. */
  messageId?: string
  customId?: string
  customIdMatching?: RegExp
  label?: string | RegExp
}

/** What one person can do; every method throws where the person could not have done it. */
export type Person = {
  id: string
  clickButton(which: WhichButton): Promise<Seen>
  select(which: WhichButton & { values: string[] }): Promise<Seen>
  /** Submits the modal that is open for this person. It stays open when the app fails to answer. */
  submitModal(values: ModalValues, options?: { patience?: Partial<Patience> }): Promise<Seen>
  /** Closes the open modal without sending it, which the app never hears of. */
  closeModal(): void
  /** Takes a message that only this person sees off the screen. */
  dismiss(messageId: string): void
  /** `command('reply', {text}, {channel})`, `command('duty on', {}, {channel})`. */
  command(path: string, options: OptionValues, where: ChannelChoice): Promise<Seen>
  /** What is offered while the person types `focused`. */
  autocomplete(
    path: string,
    options: OptionValues,
    focused: string,
    where: ChannelChoice,
  ): Promise<APIApplicationCommandOptionChoice[]>
  /** A command in a message's "Apps" menu. */
  messageCommand(name: string, which: ChannelChoice & { messageId: string }): Promise<Seen>
  write(message: ChannelChoice & { content: string; replyTo?: string } & MessageExtras): { id: string }
  /** Shares a message into a channel: the client calls it "Forward". */
  forward(messageId: string, where: ChannelChoice): { id: string }
  edit(messageId: string, content: string): void
  erase(messageId: string): void
  react(messageId: string, emoji: string): void
  unreact(messageId: string, emoji: string): void
  /** The direct messages with the bot as text; empty when there are none. */
  dm(): string
  dmChannel(): string
  /** Ephemeral messages this person has seen and not lost, oldest first, as text. */
  ephemerals(channel?: string): { id: string; text: string }[]
}

export function createPerson(world: World, personId: string): Person {
  if (!world.people.has(personId)) throw new Error(`Nobody has the id ${personId}: addPerson first`)

  function channelOf(id: string): Channel {
    if (id === 'dm') return directChannelWith(world, personId)
    const channel = world.channels.get(id)
    if (!channel || !isVisibleTo(world, channel, personId))
      throw new Error(`${personId} sees no channel ${id}`)
    return channel
  }

  function visibleIn(channel: Channel): StoredMessage[] {
    return [...world.messages.values()].filter(
      ({ data, onlyFor }) => data.channel_id === channel.id && (!onlyFor || onlyFor === personId),
    )
  }

  function visible(messageId: string): StoredMessage {
    const message = world.messages.get(messageId)
    if (!message || (message.onlyFor && message.onlyFor !== personId))
      throw new Error(`${personId} sees no message ${messageId}`)
    return message
  }

  function own(messageId: string): StoredMessage {
    const message = visible(messageId)
    if (message.data.author.id !== personId) throw new Error(`${messageId} is not a message of ${personId}`)
    return message
  }

  const patienceOf = (part: Partial<Patience> | undefined) => ({ ...defaultPatience, ...part })

  /** Runs `find` over the messages that may carry the component, the newest first. */
  function locate<Part extends { disabled: boolean }>(
    { channel: id, messageId, ...rest }: WhichButton,
    find: (message: StoredMessage) => Part | undefined,
  ) {
    const channel = channelOf(id)
    const messages = messageId ? [visible(messageId)] : visibleIn(channel).reverse()
    for (const message of messages) {
      const part = find(message)
      if (part?.disabled) throw new Error(`This component is disabled: ${JSON.stringify(part)}`)
      if (part && message.data.channel_id === channel.id) return { channel, message, part }
    }
    const wanted = String(rest.label ?? rest.customIdMatching)
    const sight = messages.map(({ data }) => messageText(data).join('\n')).join('\n---\n')
    throw new Error(`${personId} finds nothing to press for ${wanted} in ${channel.id}. It shows:\n${sight}`)
  }

  function reopenModal(modal: OpenModal) {
    if (!world.openModals.has(personId)) world.openModals.set(personId, modal)
    world.changes.emit('change')
  }

  return {
    id: personId,
    clickButton: async (which) => {
      const { channel, message, part } = locate(which, ({ data }) =>
        findButtons(data).find((button) => isWanted(which, button.label, button.customId) && !button.url),
      )
      const data = { component_type: ComponentType.Button, custom_id: part.customId }
      const type = InteractionType.MessageComponent
      const sourceMessageId = message.data.id
      return interact(world, { type, personId, channel, data, sourceMessageId }, patienceOf(which.patience))
    },
    select: async (which) => {
      const { channel, message, part } = locate(which, ({ data }) =>
        findSelects(data).find((select) =>
          which.customId ? select.customId === which.customId : which.customIdMatching?.test(select.customId),
        ),
      )
      const { values } = which
      const unknown = values.find((value) => part.values.length > 0 && !part.values.includes(value))
      if (unknown !== undefined) throw new Error(`It offers ${part.values.join(', ')}, not "${unknown}"`)
      if (values.length < part.minValues || values.length > part.maxValues)
        throw new Error(`It takes ${part.minValues} to ${part.maxValues} values`)
      const data = { component_type: part.type, custom_id: part.customId, values }
      const type = InteractionType.MessageComponent
      const sourceMessageId = message.data.id
      return interact(world, { type, personId, channel, data, sourceMessageId }, patienceOf(which.patience))
    },
    submitModal: async (values, options = {}) => {
      const open = world.openModals.get(personId)
      if (!open) throw new Error(`No modal is open for ${personId}`)
      const attachments: Record<string, APIAttachment> = {}
      const components = fillModal(open.data, values, (file) => {
        const kept = attachment(world, file)
        attachments[kept.id] = { ...withUrl(world, 'ephemeral', kept), ephemeral: true }
        return kept.id
      })
      const resolved = Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {}
      world.openModals.delete(personId)
      const seen = await interact(
        world,
        {
          type: InteractionType.ModalSubmit,
          personId,
          channel: channelOf(open.channelId),
          data: { custom_id: open.data.custom_id, components, ...resolved },
          sourceMessageId: open.sourceMessageId,
        },
        patienceOf(options.patience),
      )
      if (seen.kind === 'failed') reopenModal(open)
      return seen
    },
    closeModal: () => {
      world.openModals.delete(personId)
      world.changes.emit('change')
    },
    dismiss: (messageId) => {
      const message = visible(messageId)
      if (!message.onlyFor) throw new Error(`${messageId} is not for ${personId} alone`)
      deleteMessage(world, message)
    },
    command: async (path, options, where) => {
      const channel = channelOf(where.channel)
      const data = slashCommandData(world, path, options, personId, channel)
      const type = InteractionType.ApplicationCommand
      return interact(world, { type, personId, channel, data }, patienceOf(where.patience))
    },
    autocomplete: async (path, options, focused, where) => {
      const channel = channelOf(where.channel)
      const data = slashCommandData(world, path, options, personId, channel, focused)
      const type = InteractionType.ApplicationCommandAutocomplete
      const interaction = startInteraction(world, { type, personId, channel, data })
      await waitUntil(world, () => interaction.respondedWith !== undefined, 3000)
      if (!interaction.choices) throw new Error('Loading options failed')
      return interaction.choices
    },
    messageCommand: async (name, which) => {
      const channel = channelOf(which.channel)
      const message = visible(which.messageId)
      if (message.data.channel_id !== channel.id)
        throw new Error(`${which.messageId} is not in ${channel.id}`)
      const data = messageCommandData(world, name, message, personId, channel)
      const type = InteractionType.ApplicationCommand
      return interact(world, { type, personId, channel, data }, patienceOf(which.patience))
    },
    write: ({ channel, content, replyTo, ...enclosed }) => {
      const reference = replyTo && { message_reference: { message_id: replyTo } }
      const body = { content, ...reference }
      const to = { channel: channelOf(channel), authorId: personId }
      const message = postMessage(world, { ...to, body, ...postingWithExtras(world, enclosed) })
      return { id: message.data.id }
    },
    forward: (messageId, { channel }) => {
      const refersTo = forwardOf(world, visible(messageId))
      const to = { channel: channelOf(channel), authorId: personId }
      return { id: postMessage(world, { ...to, body: {}, refersTo, mayBeEmpty: true }).data.id }
    },
    edit: (messageId, content) => editMessage(world, own(messageId), { content }),
    erase: (messageId) => deleteMessage(world, own(messageId)),
    react: (messageId, emoji) => addReaction(world, visible(messageId), personId, emoji),
    unreact: (messageId, emoji) => removeReaction(world, visible(messageId), personId, emoji),
    dm: () => transcriptOf(world, directChannelWith(world, personId).id, personId),
    dmChannel: () => directChannelWith(world, personId).id,
    ephemerals: (channel) =>
      [...world.messages.values()]
        .filter(({ data, onlyFor }) => onlyFor === personId && (!channel || data.channel_id === channel))
        .map(({ data }) => ({ id: data.id, text: messageText(data).join('\n') })),
  }
}

/** A label given as text is the whole label, but for emoji before it. */
function isWanted(
  { label, customId: wanted, customIdMatching }: WhichButton,
  itsLabel: string,
  customId: string,
): boolean {
  if (wanted !== undefined) return wanted === customId
  if (label === undefined && !customIdMatching) throw new Error('Say which button: label or customIdMatching')
  const words = itsLabel.replace(/^[^\p{L}\p{N}]+/u, '')
  const fits =
    label === undefined ||
    (typeof label === 'string' ? itsLabel === label || words === label : label.test(itsLabel))
  return fits && (!customIdMatching || customIdMatching.test(customId))
}
