import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10'
import { createForm, type Form, isJson, type Json } from './form.ts'

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

const maxOfType: { [type: number]: number } = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
}

/** Checks the list of a bulk overwrite; throws `50035` naming every wrong field. */
export function validateCommands(commands: Json[]): void {
  const form = createForm()
  const names = new Set<string>()
  for (const [index, command] of commands.entries()) {
    const at = form.at(index)
    const type = typeof command.type === 'number' ? command.type : ApplicationCommandType.ChatInput
    const key = `${type}:${String(command.name)}`
    if (names.has(key))
      at.at('name').problem('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
    names.add(key)
    checkCommand(at, command, type)
    const ofType = commands.filter((one) => (one.type ?? ApplicationCommandType.ChatInput) === type).length
    if (ofType > (maxOfType[type] ?? 1))
      at.problem('APPLICATION_COMMANDS_MAX', `Maximum number of commands of type ${type} reached.`)
  }
  form.throwIfWrong()
}

function checkCommand(form: Form, command: Json, type: number) {
  if (type === ApplicationCommandType.ChatInput) {
    checkName(form, command)
    form.text(command, 'description', { min: 1, max: 100, required: true })
    checkOptions(form, command, 0)
    return
  }
  form.text(command, 'name', { min: 1, max: 32, required: true })
  if (command.description)
    form
      .at('description')
      .problem('APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', 'Context menu commands have no description')
  if (Array.isArray(command.options) && command.options.length > 0)
    form
      .at('options')
      .problem('APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', 'Context menu commands have no options')
}

function checkName(form: Form, part: Json) {
  const name = form.text(part, 'name', { min: 1, max: 32, required: true })
  if (name && (!commandName.test(name) || name !== name.toLowerCase()))
    form.at('name').problem('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
}

function checkOptions(form: Form, parent: Json, depth: number) {
  const names = new Set<unknown>()
  let sawOptional = false
  for (const [index, value] of form.list(parent, 'options', { max: 25 }).entries()) {
    const at = form.at('options', index)
    const option = at.record(value)
    if (!option) continue
    checkName(at, option)
    at.text(option, 'description', { min: 1, max: 100, required: true })
    if (names.has(option.name))
      at.at('name').problem('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists')
    names.add(option.name)
    if (option.required && sawOptional)
      at.at('required').problem(
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      )
    sawOptional ||= !option.required
    checkOption(at, option, depth)
  }
}

function checkOption(form: Form, option: Json, depth: number) {
  const type = Number(option.type)
  if (!(type >= 1 && type <= 11)) return form.at('type').problem('BASE_TYPE_CHOICES', 'Unknown option type.')
  const isGroup = type === ApplicationCommandOptionType.SubcommandGroup
  const isSubcommand = type === ApplicationCommandOptionType.Subcommand
  if ((isGroup && depth > 0) || (isSubcommand && depth > 1))
    form.at('type').problem('APPLICATION_COMMAND_OPTIONS_NESTING', 'Subcommands cannot be nested this way')
  if (isGroup || isSubcommand) return checkOptions(form, option, isSubcommand ? 2 : depth + 1)
  const choices = form.list(option, 'choices', { max: 25 })
  if (choices.length > 0 && option.autocomplete)
    form
      .at('autocomplete')
      .problem(
        'APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE',
        'Choices and autocomplete exclude each other',
      )
  for (const [index, value] of choices.entries()) {
    const at = form.at('choices', index)
    if (!isJson(value)) continue
    at.text(value, 'name', { min: 1, max: 100, required: true })
    if (type === ApplicationCommandOptionType.String)
      at.text(value, 'value', { min: 1, max: 100, required: true })
  }
  for (const key of ['min_length', 'max_length']) {
    const length = option[key]
    if (typeof length === 'number' && (length < (key === 'max_length' ? 1 : 0) || length > 6000))
      form.at(key).problem('NUMBER_TYPE_MAX', 'int value should be between 0 and 6000.')
  }
}
