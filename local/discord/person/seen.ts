import {
  type APIEmbed,
  type APIMessageTopLevelComponent,
  InteractionType,
  MessageFlags,
  InteractionResponseType as Response,
} from 'discord-api-types/v10'
import { answerDeadlineMs } from '../interactions.ts'
import { findButtons } from '../messages/message-parts.ts'
import { messageText } from '../transcript.ts'
import { waitUntil } from '../wait-until.ts'
import type { Interaction, StoredMessage, World } from '../world.ts'
import { type ModalSeen, showModal } from './modal-form.ts'

/** What a person sees after a click, a command or a submitted modal. */
export type Seen = {
  /**
   * `ephemeral`: a message only for them; `message`: one for everybody; `update`: the message they clicked on changed;
   * `modal`: a form opened; `acknowledged`: nothing visible happened (yet); `thinking`: the bot "is thinking" still;
   * `failed`: no answer within 3 s, `text` is what the platform says then.
   */
  kind: 'ephemeral' | 'message' | 'update' | 'modal' | 'acknowledged' | 'thinking' | 'failed'
  /** Whether the bot asked for time first. */
  deferred: boolean
  /** From the click to the response, in ms. */
  ms: number
  /** Everything readable in it. */
  text: string
  content: string
  embeds: APIEmbed[]
  components: APIMessageTopLevelComponent[]
  /** Labels of its buttons that can be pressed. */
  buttons: string[]
  messageId?: string
  modal?: ModalSeen
}

/** How long a person waits for a deferred answer, in ms, before looking away. */
export type Patience = { thinkingMs: number; updateMs: number }

const defaultPatience: Patience = { thinkingMs: 10_000, updateMs: 1000 }

export const patienceOf = (part: Partial<Patience> | undefined): Patience => ({ ...defaultPatience, ...part })

/** A channel or thread id; `'dm'` for the conversation with the bot. */
export type ChannelChoice = { channel: string; patience?: Partial<Patience> }

const noAnswerWords: { [type: number]: string } = {
  [InteractionType.ApplicationCommand]: 'The application did not respond',
  [InteractionType.MessageComponent]: 'This interaction failed',
  [InteractionType.ModalSubmit]: 'Something went wrong. Try again.',
}

/** Waits for the outcome of an interaction, following a deferred answer to its end. */
export async function watch(world: World, interaction: Interaction, patience: Patience): Promise<Seen> {
  const source = world.messages.get(interaction.sourceMessageId ?? '')
  const editsBefore = source?.edits ?? 0
  const isAnswered = await waitUntil(
    world,
    () => interaction.respondedWith !== undefined,
    answerDeadlineMs + interaction.createdAt - Date.now(),
  )
  if (!isAnswered) return nothing('failed', interaction, noAnswerWords[interaction.type] ?? 'Failed')
  switch (interaction.respondedWith) {
    case Response.Modal:
      return modalSeen(interaction)
    case Response.UpdateMessage:
      return source ? messageSeen('update', source, interaction) : nothing('update', interaction, '')
    case Response.DeferredMessageUpdate:
      return afterDeferredUpdate(world, interaction, source, editsBefore, patience)
    default:
      return afterReply(world, interaction, patience)
  }
}

async function afterReply(world: World, interaction: Interaction, patience: Patience): Promise<Seen> {
  const original = world.messages.get(interaction.originalMessageId ?? '')
  const isDeferred = interaction.respondedWith === Response.DeferredChannelMessageWithSource
  const isThere = await waitUntil(
    world,
    () => !isLoading(original) || !world.messages.has(original?.data.id ?? ''),
    patience.thinkingMs,
  )
  const kind = original?.onlyFor ? 'ephemeral' : 'message'
  if (!isThere) return { ...nothing('thinking', interaction, 'The bot is thinking...'), deferred: true }
  if (!original || isLoading(original))
    return { ...nothing('acknowledged', interaction, ''), deferred: isDeferred }
  return { ...messageSeen(kind, original, interaction), deferred: isDeferred }
}

const isLoading = (message: StoredMessage | undefined) =>
  ((message?.data.flags ?? 0) & MessageFlags.Loading) !== 0

async function afterDeferredUpdate(
  world: World,
  interaction: Interaction,
  source: StoredMessage | undefined,
  editsBefore: number,
  patience: Patience,
): Promise<Seen> {
  const isEdited = () => (source?.edits ?? 0) > editsBefore
  await waitUntil(world, () => isEdited() || interaction.followUpIds.length > 0, patience.updateMs)
  const followUp = world.messages.get(interaction.followUpIds[0] ?? '')
  if (followUp)
    return {
      ...messageSeen(followUp.onlyFor ? 'ephemeral' : 'message', followUp, interaction),
      deferred: true,
    }
  if (source && isEdited()) return { ...messageSeen('update', source, interaction), deferred: true }
  return { ...nothing('acknowledged', interaction, ''), deferred: true }
}

function messageSeen(kind: Seen['kind'], message: StoredMessage, interaction: Interaction): Seen {
  const { content, embeds, components = [], id } = structuredClone(message.data)
  return {
    kind,
    deferred: false,
    ms: elapsed(interaction),
    text: messageText(message.data).join('\n'),
    content,
    embeds,
    components,
    buttons: findButtons(message.data)
      .filter((button) => !button.disabled)
      .map((button) => button.label),
    messageId: id,
  }
}

function modalSeen(interaction: Interaction): Seen {
  const seen = nothing('modal', interaction, '')
  if (!interaction.modal) return seen
  const modal = showModal(interaction.modal)
  return { ...seen, modal, text: modal.text }
}

function nothing(kind: Seen['kind'], interaction: Interaction, text: string): Seen {
  return {
    kind,
    deferred: false,
    ms: elapsed(interaction),
    text,
    content: '',
    embeds: [],
    components: [],
    buttons: [],
  }
}

function elapsed({ createdAt, respondedAt }: Interaction): number {
  return (respondedAt ?? Date.now()) - createdAt
}
