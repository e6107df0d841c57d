import { type APIApplicationCommand, ApplicationCommandType, ApplicationFlags } from 'discord-api-types/v10'
import { failures } from '../failures.ts'
import { channelPayload } from '../payloads/channel-payloads.ts'
import { directChannelWith } from '../people.ts'
import { param, type Request, type Routes } from '../route.ts'
import { createForm, isJson, type Json } from '../validation/form.ts'
import { validateCommands } from '../validation/validate-commands.ts'
import type { World } from '../world.ts'

const guildPath = '/applications/:app/guilds/:guild/commands'
const globalPath = '/applications/:app/commands'

export const applicationRoutes: Routes = {
  'GET /gateway/bot': ({ host }) => ({
    body: {
      url: `ws://${host}/gateway`,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
    },
  }),
  'GET /applications/@me': ({ world }) => ({ body: application(world) }),
  'GET /oauth2/applications/@me': ({ world }) => ({ body: application(world) }),
  [`GET ${guildPath}`]: (request) => ({ body: checked(request).guildCommands }),
  [`PUT ${guildPath}`]: (request) => {
    const world = checked(request)
    world.guildCommands = readCommands(request, { guild_id: world.settings.guildId })
    world.kept.commands(world)
    return { body: world.guildCommands }
  },
  [`GET ${globalPath}`]: (request) => ({ body: checked(request).globalCommands }),
  [`PUT ${globalPath}`]: (request) => {
    const world = checked(request)
    world.globalCommands = readCommands(request, {})
    world.kept.commands(world)
    return { body: world.globalCommands }
  },
  'POST /users/@me/channels': ({ world, body }) => {
    const personId = String(body.recipient_id)
    if (!world.people.has(personId)) throw failures.unknownUser()
    return { body: channelPayload(world, directChannelWith(world, personId)) }
  },
}

function application(world: World) {
  return {
    id: world.settings.applicationId,
    name: 'Deskbridge',
    icon: null,
    description: '',
    summary: '',
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: world.settings.messageContentAllowed ? ApplicationFlags.GatewayMessageContentLimited : 0,
    bot: world.bot,
  }
}

function checked(request: Request): World {
  const { world } = request
  if (param(request, 'app') !== world.settings.applicationId) throw failures.missingAccess()
  if (request.params.guild && request.params.guild !== world.settings.guildId) throw failures.missingAccess()
  return world
}

/** A bulk overwrite: what is not in the list is gone; a command of the same name and type keeps its id. */
function readCommands({ world, raw }: Request, scope: { guild_id?: string }): APIApplicationCommand[] {
  if (!Array.isArray(raw)) {
    const form = createForm()
    form.problem('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
    form.throwIfWrong()
  }
  const commands: Json[] = Array.isArray(raw) ? raw.filter(isJson) : []
  validateCommands(commands)
  return commands.map((command) => {
    const type = command.type ?? ApplicationCommandType.ChatInput
    const known = [...world.guildCommands, ...world.globalCommands].find(
      (one) => one.name === command.name && one.type === type && one.guild_id === scope.guild_id,
    )
    return {
      default_member_permissions: null,
      nsfw: false,
      description: '',
      ...structuredClone(command),
      ...scope,
      id: known?.id ?? world.nextId(),
      application_id: world.settings.applicationId,
      version: world.nextId(),
      type,
    } as unknown as APIApplicationCommand
  })
}
