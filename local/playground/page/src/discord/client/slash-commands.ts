import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10'

/** A slash command as it is typed, subcommand included. */
export type ChosenCommand = {
  /** What follows the slash: "duty on". */
  path: string
  description: string
  options: APIApplicationCommandBasicOption[]
}

type Option = NonNullable<APIApplicationCommand['options']>[number]

/** All that can be typed after the slash: a command with subcommands is one for each. */
export const slashCommands = (commands: APIApplicationCommand[]): ChosenCommand[] =>
  commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap(({ name, description, options = [] }) => within(name, description, options))

function within(path: string, description: string, options: Option[]): ChosenCommand[] {
  const groups = options.filter(isGroup)
  if (groups.length === 0) return [{ path, description, options: options.filter(isBasic) }]
  return groups.flatMap((group) => within(`${path} ${group.name}`, group.description, group.options ?? []))
}

const isGroup = (option: Option) =>
  option.type === ApplicationCommandOptionType.Subcommand ||
  option.type === ApplicationCommandOptionType.SubcommandGroup

const isBasic = (option: Option): option is APIApplicationCommandBasicOption => !isGroup(option)

type Value = string | number | boolean

/** The values as the interaction carries them. Empty ones are left out. */
export function optionValues(command: ChosenCommand, typed: Record<string, string>): Record<string, Value> {
  return Object.fromEntries(
    command.options.flatMap(({ name, type }): [string, Value][] => {
      const text = typed[name]?.trim()
      return text ? [[name, valueFor(type, text)]] : []
    }),
  )
}

function valueFor(type: ApplicationCommandOptionType, text: string): Value {
  if (type === ApplicationCommandOptionType.Boolean) return text === 'true'
  const isNumber =
    type === ApplicationCommandOptionType.Integer || type === ApplicationCommandOptionType.Number
  return isNumber && !Number.isNaN(Number(text)) ? Number(text) : text
}
