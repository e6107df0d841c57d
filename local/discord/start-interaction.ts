import { randomBytes } from 'node:crypto'
import {
  type APIInteraction,
  InteractionContextType,
  type InteractionType,
  Locale,
} from 'discord-api-types/v10'
import { channelPayload } from './payloads/channel-payloads.ts'
import { interactionMember, permissionsOf, userPayload } from './payloads/member-payloads.ts'
import { messagePayload } from './payloads/message-payload.ts'
import { type Patience, type Seen, watch } from './person/seen.ts'
import type { Channel, Interaction, World } from './world.ts'

export type NewInteraction = {
  type: InteractionType
  personId: string
  channel: Channel
  data: object
  /** The message that carries the component, also for a modal that came from one. */
  sourceMessageId?: string | undefined
}

/** Sends INTERACTION_CREATE as the platform does: no field is null that would be absent there. */
export function startInteraction(world: World, fresh: NewInteraction): Interaction {
  const { type, personId, channel, sourceMessageId } = fresh
  const interaction: Interaction = {
    id: world.nextId(),
    token: randomBytes(48).toString('base64url'),
    type,
    personId,
    channelId: channel.id,
    createdAt: Date.now(),
    sourceMessageId,
    respondedWith: undefined,
    respondedAt: undefined,
    originalMessageId: undefined,
    modal: undefined,
    followUpIds: [],
    choices: undefined,
    expired: false,
  }
  world.interactions.set(interaction.token, interaction)
  world.dispatch({ t: 'INTERACTION_CREATE', d: payloadOf(world, interaction, fresh), needs: 0 })
  world.changes.emit('change')
  return interaction
}

/** Starts an interaction and waits for what the person sees. */
export function interact(world: World, fresh: NewInteraction, patience: Patience): Promise<Seen> {
  return watch(world, startInteraction(world, fresh), patience)
}

function payloadOf(
  world: World,
  interaction: Interaction,
  { channel, data }: NewInteraction,
): APIInteraction {
  const { id, token, type, personId, sourceMessageId } = interaction
  const { applicationId, guildId } = world.settings
  const source = sourceMessageId ? world.messages.get(sourceMessageId) : undefined
  const isDirect = channel.kind === 'dm'
  const payload = {
    id,
    application_id: applicationId,
    type,
    token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: {
      ...channelPayload(world, channel),
      ...(!isDirect && { permissions: permissionsOf(world, personId) }),
    },
    ...(source && { message: messagePayload(world, source) }),
    app_permissions: String(world.policy.botPermissions),
    locale: Locale.EnglishUS,
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { 0: isDirect ? '0' : guildId },
    context: isDirect ? InteractionContextType.BotDM : InteractionContextType.Guild,
    ...(isDirect
      ? { user: userPayload(world, personId) }
      : {
          guild_id: guildId,
          guild: { id: guildId, locale: Locale.EnglishUS, features: [] },
          guild_locale: Locale.EnglishUS,
          member: interactionMember(world, personId),
        }),
  }
  // The union of all interactions cannot be narrowed from a type that is only known at run time
  return payload as unknown as APIInteraction
}
