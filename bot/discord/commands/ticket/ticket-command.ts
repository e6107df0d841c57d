import type { ChatInputCommandInteraction } from 'discord.js'
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Bot } from '../../bot.ts'
import { openNewTicketForm } from '../../requester/open-form.ts'
import { actionTable, type Row } from './action-table.ts'
import { listSubcommands, runList } from './lists.ts'
import { noteSubcommand, writeNote } from './note.ts'
import { suggestedOption, ticketOption } from './options.ts'
import { performSubcommand } from './perform-subcommand.ts'
import { showSubcommand, showTicket } from './show.ts'

type Run = (bot: Bot, interaction: ChatInputCommandInteraction) => Promise<unknown>
type Subcommand = { description: string; options: APIApplicationCommandBasicOption[]; run: Run }

const performs = ([name, row]: [string, Row]): [string, Subcommand] => [
  name,
  {
    description: row.description,
    options: [...(row.options ?? []), ticketOption],
    run: (bot, interaction) => performSubcommand(bot, interaction, row),
  },
]

/** Discord takes 100 characters for a description. */
const categoryOption = {
  ...suggestedOption('category', 'What it is about. The form then asks what the desk wants to know of it'),
  required: false,
}

/** All subcommands of /ticket, in the order in which Discord lists them. */
const subcommands: Record<string, Subcommand> = {
  new: {
    description: 'File a ticket',
    options: [categoryOption],
    run: (bot, interaction) =>
      openNewTicketForm(bot, interaction, {
        category: interaction.options.getString(categoryOption.name),
      }),
  },
  show: { ...showSubcommand, run: showTicket },
  ...Object.fromEntries(
    Object.entries(listSubcommands).map(([name, one]) => [name, { ...one, run: runList }]),
  ),
  ...Object.fromEntries(Object.entries(actionTable).map(performs)),
  note: { ...noteSubcommand, run: writeNote },
}

export const ticketCommand = {
  type: ApplicationCommandType.ChatInput,
  name: 'ticket',
  description: 'Show, list and change tickets',
  contexts: [InteractionContextType.Guild],
  options: Object.entries(subcommands).map(
    ([name, { description, options }]): APIApplicationCommandSubcommandOption => ({
      type: ApplicationCommandOptionType.Subcommand,
      name,
      description,
      options,
    }),
  ),
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody

export const runTicket = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  subcommands[interaction.options.getSubcommand()]?.run(bot, interaction) ?? Promise.resolve()
