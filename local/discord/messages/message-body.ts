import {
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  EmbedType,
} from 'discord-api-types/v10'
import { userPayload } from '../payloads/member-payloads.ts'
import { isJson, type Json } from '../validation/form.ts'
import type { StoredMessage, World } from '../world.ts'

/** Writes the fields that a body sets; `null` empties, what is left out stays. */
export function applyBody(world: World, message: StoredMessage, body: Json) {
  const { data } = message
  if (body.content !== undefined) data.content = typeof body.content === 'string' ? body.content.trim() : ''
  if (body.embeds !== undefined) data.embeds = listOf(body.embeds).map((embed) => keepEmbed(embed))
  if (body.components !== undefined) {
    data.components = listOf(body.components) as unknown as APIMessageTopLevelComponent[]
    numberComponents(data.components)
  }
  if (isJson(body.attachments) || Array.isArray(body.attachments))
    data.attachments = listOf(body.attachments) as unknown as APIMessage['attachments']
  if (body.content !== undefined || body.allowed_mentions !== undefined) applyMentions(world, message, body)
}

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? structuredClone(value.filter(isJson)) : [])

/** Stored embeds have a type and no null fields. */
function keepEmbed(embed: Json): APIEmbed {
  const kept = Object.fromEntries(
    Object.entries(embed).filter(([, value]) => value !== null && value !== undefined),
  )
  if (Array.isArray(kept.fields)) kept.fields = kept.fields.map((field) => ({ inline: false, ...field }))
  return { ...kept, type: EmbedType.Rich }
}

/** Discord numbers the components of a message from 1 in order of appearance. */
function numberComponents(components: unknown[]) {
  let next = 1
  const visit = (part: unknown) => {
    if (Array.isArray(part)) return part.forEach(visit)
    if (!isJson(part)) return
    if (typeof part.type === 'number' && typeof part.id !== 'number') part.id = next++
    visit(part.components)
    visit(part.accessory)
  }
  visit(components)
}

function applyMentions(world: World, message: StoredMessage, body: Json) {
  const { data } = message
  const allowed = isJson(body.allowed_mentions) ? body.allowed_mentions : undefined
  const parse = allowed && Array.isArray(allowed.parse) ? allowed.parse : undefined
  const named = allowed && Array.isArray(allowed.users) ? allowed.users : []
  const parsesUsers = allowed === undefined || parse?.includes('users') === true
  const ids = [...data.content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '')
  data.mentions = [...new Set(ids)]
    .filter((id) => world.people.has(id) || id === world.bot.id)
    .filter((id) => parsesUsers || named.includes(id))
    .map((id) => userPayload(world, id))
  data.mention_everyone =
    /@(everyone|here)\b/.test(data.content) && (allowed === undefined || parse?.includes('everyone') === true)
}

/** Whether a reply pings the author of the message it answers. */
export function pingsAuthor(body: Json): boolean {
  const allowed = isJson(body.allowed_mentions) ? body.allowed_mentions : undefined
  return allowed === undefined || allowed.replied_user === true
}
