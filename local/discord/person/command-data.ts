import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10'
import { channelPayload } from '../payloads/channel-payloads.ts'
import { interactionMember, permissionsOf, userPayload } from '../payloads/member-payloads.ts'
import { messagePayload } from '../payloads/message-payload.ts'
import { countCharacters } from '../validation/form.ts'
import type { Channel, StoredMessage, World } from '../world.ts'

export type OptionValue = string | number | boolean
export type OptionValues = { [name: string]: OptionValue }

type Resolved = { [kind: string]: { [id: string]: object } }

/** The registered command that a person can call in a channel; throws where the client would not offer it. */
export function findCommand(
  world: World,
  name: string,
  type: ApplicationCommandType,
  personId: string,
  channel: Channel,
): APIApplicationCommand {
  const all = [...world.guildCommands, ...world.globalCommands]
  const found = all.find((command) => command.name === name && command.type === type)
  if (!found)
    throw new Error(`No command "${name}" is registered; there are: ${all.map((one) => one.name).join(', ')}`)
  if (channel.kind === 'thread' && channel.archived) throw new Error('Archived threads take no commands')
  if (channel.kind === 'dm' && found.guild_id) throw new Error(`"${name}" is not offered in direct messages`)
  if (!isAllowed(world, found, personId)) throw new Error(`"${name}" is not offered to this person`)
  return found
}

/** Whether the client lists a command for a person in a channel. */
export const isOffered = (
  world: World,
  command: APIApplicationCommand,
  personId: string,
  channel: Channel,
): boolean =>
  !(channel.kind === 'thread' && channel.archived) &&
  !(channel.kind === 'dm' && command.guild_id) &&
  isAllowed(world, command, personId)

function isAllowed(
  world: World,
  { default_member_permissions: needs }: APIApplicationCommand,
  personId: string,
) {
  if (needs === null || needs === undefined) return true
  return needs !== '0' && (BigInt(needs) & ~BigInt(permissionsOf(world, personId))) === 0n
}

/**
 * The `data` of a slash command. `path` is what the person types after the slash, subcommand included (`duty on`).
 * Options are checked as the client does: unknown, missing, wrong type, lengths, choices.
 */
export function slashCommandData(
  world: World,
  path: string,
  values: OptionValues,
  personId: string,
  channel: Channel,
  focused?: string,
): object {
  const [name = '', ...rest] = path.split(' ')
  const command = findCommand(world, name, ApplicationCommandType.ChatInput, personId, channel)
  const resolved: Resolved = {}
  const options = fillLevel(world, path, command.options ?? [], rest, values, resolved, focused)
  return {
    id: command.id,
    name,
    type: command.type,
    options,
    ...(command.guild_id && { guild_id: command.guild_id }),
    ...(Object.keys(resolved).length > 0 && { resolved }),
  }
}

function fillLevel(
  world: World,
  path: string,
  options: APIApplicationCommandOption[],
  rest: string[],
  values: OptionValues,
  resolved: Resolved,
  focused: string | undefined,
): object[] {
  const [next, ...deeper] = rest
  const nested = options.filter(
    (option) => option.type === Option.Subcommand || option.type === Option.SubcommandGroup,
  )
  if (nested.length > 0 || next !== undefined) {
    const option = nested.find((one) => one.name === next)
    if (!option)
      throw new Error(`"/${path}" needs one of: ${nested.map((one) => one.name).join(', ') || 'nothing'}`)
    const inner = fillLevel(world, path, option.options ?? [], deeper, values, resolved, focused)
    return [{ name: option.name, type: option.type, options: inner }]
  }
  return fillOptions(world, path, options as APIApplicationCommandBasicOption[], values, resolved, focused)
}

function fillOptions(
  world: World,
  path: string,
  options: APIApplicationCommandBasicOption[],
  values: OptionValues,
  resolved: Resolved,
  focused: string | undefined,
): object[] {
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option.name === name)) throw new Error(`"/${path}" has no option "${name}"`)
  }
  return options.flatMap((option) => {
    const value = values[option.name]
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Error(`"/${path}" needs "${option.name}"`)
      return []
    }
    if (option.name === focused) return [{ name: option.name, type: option.type, value, focused: true }]
    checkOption(`"/${path}" ${option.name}`, option, value)
    resolve(world, option, String(value), resolved)
    return [{ name: option.name, type: option.type, value }]
  })
}

const expectedTypes: { [type: number]: string } = {
  [Option.String]: 'string',
  [Option.Integer]: 'number',
  [Option.Number]: 'number',
  [Option.Boolean]: 'boolean',
  [Option.User]: 'string',
  [Option.Channel]: 'string',
}

function checkOption(what: string, option: APIApplicationCommandBasicOption, value: OptionValue) {
  const expected = expectedTypes[option.type]
  if (!expected) throw new Error(`${what}: options of type ${option.type} cannot be given here`)
  if (typeof value !== expected || (option.type === Option.Integer && !Number.isInteger(value)))
    throw new Error(`${what} takes a ${Option[option.type]}`)
  const rule = option as { min_length?: number; max_length?: number; min_value?: number; max_value?: number }
  const size = typeof value === 'string' ? countCharacters(value) : Number(value)
  const min = typeof value === 'string' ? rule.min_length : rule.min_value
  const max = typeof value === 'string' ? rule.max_length : rule.max_value
  if (size < (min ?? size) || size > (max ?? size)) throw new Error(`${what} must be in ${min}..${max}`)
  if ('choices' in option && option.choices && !option.choices.some((choice) => choice.value === value))
    throw new Error(`${what} offers ${option.choices.map((choice) => choice.value).join(', ')}`)
}

function resolve(world: World, option: APIApplicationCommandBasicOption, id: string, resolved: Resolved) {
  const keep = (kind: string, value: object) => {
    resolved[kind] = { ...resolved[kind], [id]: value }
  }
  if (option.type === Option.User) {
    keep('users', userPayload(world, id))
    const { user: _user, ...member } = interactionMember(world, id)
    keep('members', member)
  }
  if (option.type === Option.Channel) {
    const channel = world.channels.get(id)
    if (channel) keep('channels', { ...channelPayload(world, channel), permissions: '0' })
  }
}

/** The `data` of a command in a message's "Apps" menu; the message comes with it, content included. */
export function messageCommandData(
  world: World,
  name: string,
  message: StoredMessage,
  personId: string,
  channel: Channel,
): object {
  const command = findCommand(world, name, ApplicationCommandType.Message, personId, channel)
  return {
    id: command.id,
    name,
    type: command.type,
    target_id: message.data.id,
    ...(command.guild_id && { guild_id: command.guild_id }),
    resolved: { messages: { [message.data.id]: messagePayload(world, message) } },
  }
}
