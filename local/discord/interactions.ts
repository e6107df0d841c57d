import {
  type APIMessageInteractionMetadata,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
  MessageType,
  InteractionResponseType as Response,
} from 'discord-api-types/v10'
import { failures } from './failures.ts'
import { editMessage } from './messages/edit-message.ts'
import { referenceTo } from './messages/message-reference.ts'
import { postMessage } from './messages/post-message.ts'
import { userPayload } from './payloads/member-payloads.ts'
import { messagePayload } from './payloads/message-payload.ts'
import { createForm, isJson, type Json, numberIn } from './validation/form.ts'
import { validateModal } from './validation/validate-modal.ts'
import type { Interaction, StoredMessage, World } from './world.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding: 3 s to answer, 15 min to follow up. */
export const answerDeadlineMs = 3000
const tokenLifetimeMs = 15 * 60_000

/**
 * The one response to an interaction. Throws `10062` for an unknown or late one, `40060` for a second response.
 * @returns the body for `with_response=true`
 */
export function respond(world: World, id: string, token: string, body: Json): object {
  const interaction = world.interactions.get(token)
  if (!interaction || interaction.id !== id || interaction.expired) throw failures.unknownInteraction()
  if (interaction.respondedWith !== undefined) throw failures.alreadyAcknowledged()
  if (Date.now() - interaction.createdAt > answerDeadlineMs) throw failures.unknownInteraction()
  const type = numberIn(body, 'type')
  checkType(interaction, type)
  const message = carryOut(world, interaction, type, isJson(body.data) ? body.data : {})
  interaction.respondedWith = type
  interaction.respondedAt = Date.now()
  world.changes.emit('change')
  return {
    interaction: {
      id,
      type: interaction.type,
      ...(message && {
        response_message_id: message.data.id,
        response_message_loading: Boolean((message.data.flags ?? 0) & MessageFlags.Loading),
        response_message_ephemeral: message.onlyFor !== undefined,
      }),
    },
    ...(message && { resource: { type, message: messagePayload(world, message) } }),
  }
}

function checkType({ type: interactionType, sourceMessageId }: Interaction, type: number) {
  const isAutocomplete = interactionType === InteractionType.ApplicationCommandAutocomplete
  const allowed = isAutocomplete
    ? [Response.ApplicationCommandAutocompleteResult]
    : [Response.ChannelMessageWithSource, Response.DeferredChannelMessageWithSource]
  if (!isAutocomplete && sourceMessageId) allowed.push(Response.DeferredMessageUpdate, Response.UpdateMessage)
  if (!isAutocomplete && interactionType !== InteractionType.ModalSubmit) allowed.push(Response.Modal)
  if (allowed.some((one) => one === type)) return
  const form = createForm()
  form.at('type').problem('BASE_TYPE_CHOICES', `Value must be one of (${allowed.join(', ')}).`)
  form.throwIfWrong()
}

function carryOut(
  world: World,
  interaction: Interaction,
  type: Response,
  data: Json,
): StoredMessage | undefined {
  const source = world.messages.get(interaction.sourceMessageId ?? '')
  switch (type) {
    case Response.ChannelMessageWithSource:
    case Response.DeferredChannelMessageWithSource: {
      const isDeferred = type === Response.DeferredChannelMessageWithSource
      const reply = postReply(world, interaction, isDeferred ? deferredBody(data) : data, isDeferred)
      interaction.originalMessageId = reply.data.id
      return reply
    }
    case Response.UpdateMessage:
      if (!source) throw failures.unknownMessage()
      editMessage(world, source, data)
      return source
    case Response.DeferredMessageUpdate:
      return source
    case Response.Modal:
      openModal(world, interaction, data)
      return undefined
    default:
      interaction.choices = readChoices(data)
      return undefined
  }
}

/** Only EPHEMERAL counts in a deferred reply: Components V2 come with the edit. */
const deferredBody = (data: Json): Json => ({ flags: numberIn(data, 'flags') & MessageFlags.Ephemeral })

function openModal(world: World, interaction: Interaction, data: Json) {
  validateModal(data)
  const modal = structuredClone(data) as unknown as APIModalInteractionResponseCallbackData
  interaction.modal = modal
  world.openModals.set(interaction.personId, {
    id: interaction.id,
    data: modal,
    channelId: interaction.channelId,
    sourceMessageId: interaction.sourceMessageId,
  })
}

function readChoices(data: Json): NonNullable<Interaction['choices']> {
  const form = createForm()
  const choices = form.at('data').list(data, 'choices', { max: 25, required: true })
  for (const [index, choice] of choices.entries()) {
    const at = form.at('data', 'choices', index)
    const part = at.record(choice)
    if (part) at.text(part, 'name', { min: 1, max: 100, required: true })
  }
  form.throwIfWrong()
  return choices as NonNullable<Interaction['choices']>
}

/** Posts the reply or a follow-up of an interaction; ephemeral if its flags say so. */
function postReply(world: World, interaction: Interaction, body: Json, isThinking: boolean): StoredMessage {
  const channel = world.channels.get(interaction.channelId)
  if (!channel) throw failures.unknownChannel()
  const source = world.messages.get(interaction.sourceMessageId ?? '')
  const isEphemeral = (numberIn(body, 'flags') & MessageFlags.Ephemeral) !== 0
  return postMessage(world, {
    channel,
    authorId: world.bot.id,
    body,
    onlyFor: isEphemeral ? interaction.personId : undefined,
    interaction: metadataOf(world, interaction),
    type: source ? MessageType.Reply : MessageType.ChatInputCommand,
    refersTo: source && {
      message_reference: referenceTo(world, source),
      referenced_message: messagePayload(world, source),
    },
    flags: isThinking ? MessageFlags.Loading : 0,
    mayBeEmpty: isThinking,
  })
}

/** A follow-up; the first one after a deferred reply takes the place of "is thinking". */
export function followUp(world: World, interaction: Interaction, body: Json): StoredMessage {
  if (interaction.respondedWith === undefined) throw failures.unknownWebhook()
  const original = world.messages.get(interaction.originalMessageId ?? '')
  if (original && (original.data.flags ?? 0) & MessageFlags.Loading) {
    editMessage(world, original, { ...body, flags: undefined })
    return original
  }
  const message = postReply(world, interaction, body, false)
  interaction.followUpIds.push(message.data.id)
  world.changes.emit('change')
  return message
}

/** The interaction of a webhook route; throws once its token is over. */
export function interactionByToken(world: World, applicationId: string, token: string): Interaction {
  const interaction = world.interactions.get(token)
  if (!interaction || applicationId !== world.settings.applicationId) throw failures.unknownWebhook()
  if (interaction.expired || Date.now() - interaction.createdAt > tokenLifetimeMs)
    throw failures.invalidWebhookToken()
  return interaction
}

/** What `@original` or a message id means for an interaction. */
export function messageOfInteraction(
  world: World,
  interaction: Interaction,
  messageId: string,
): StoredMessage {
  const id =
    messageId === '@original' ? (interaction.originalMessageId ?? interaction.sourceMessageId) : messageId
  const isOurs =
    id === interaction.originalMessageId ||
    id === interaction.sourceMessageId ||
    interaction.followUpIds.includes(id ?? '')
  const message = world.messages.get(id ?? '')
  if (!message || !isOurs || interaction.respondedWith === undefined) throw failures.unknownMessage()
  return message
}

function metadataOf(world: World, interaction: Interaction): APIMessageInteractionMetadata {
  const base = {
    id: interaction.id,
    user: userPayload(world, interaction.personId),
    authorizing_integration_owners: { 0: world.settings.guildId },
  }
  if (interaction.type === InteractionType.MessageComponent && interaction.sourceMessageId)
    return { ...base, type: interaction.type, interacted_message_id: interaction.sourceMessageId }
  if (interaction.type === InteractionType.ModalSubmit)
    return {
      ...base,
      type: interaction.type,
      triggering_interaction_metadata: { ...base, type: InteractionType.ApplicationCommand },
    }
  return { ...base, type: InteractionType.ApplicationCommand }
}
