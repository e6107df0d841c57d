import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js'
import { turnPage } from '../../../../core/search/turn-page.ts'
import type { View } from '../../../../core/tickets/lists/list-filter.ts'
import { isStaff } from '../../../../core/tickets/permissions.ts'
import { type Status, statuses } from '../../../../core/tickets/ticket-values.ts'
import type { User } from '../../../../core/users/user.ts'
import { answerInPlace, answerPrivately } from '../../answer.ts'
import type { Bot } from '../../bot.ts'
import { type ListName, type ListPlace, listNames } from '../../list-id.ts'
import { resolveActor } from '../../resolve-actor.ts'
import { ticketList } from '../../views/ticket-list.ts'
import { choiceOption, textOption } from './options.ts'

const pageSize = 8
/** The buttons to further pages carry the words. */
const maxWords = 30
const unresolved: Status[] = ['open', 'in_progress', 'waiting']

export const listSubcommands = {
  list: {
    description: 'List or search the tickets that you may see',
    options: [
      { ...textOption('words', 'What to search for', maxWords), required: false },
      {
        ...choiceOption('status', 'Only tickets of this status', {
          open: 'Open',
          in_progress: 'In progress',
          waiting: 'Waiting for the requester',
          resolved: 'Resolved',
          closed: 'Closed',
        }),
        required: false,
      },
    ],
  },
  mine: { description: 'Your open tickets: assigned to you, or filed by you', options: [] },
  queue: { description: 'Tickets that nobody has claimed yet, the most urgent first', options: [] },
}

/** Shows the first page of a list. */
export const runList = (bot: Bot, interaction: ChatInputCommandInteraction) =>
  answerPrivately(interaction, bot.log, () => {
    const { options } = interaction
    return listPage(bot, interaction, {
      name: listNames.find((one) => one === options.getSubcommand()) ?? 'list',
      status: statuses.find((one) => one === options.getString('status')) ?? null,
      words: options.getString('words')?.trim() ?? '',
      after: null,
      before: null,
    })
  })

/** Shows another page in place of the one whose button was pressed. */
export const showPage = (bot: Bot, interaction: ButtonInteraction, place: ListPlace) =>
  answerInPlace(interaction, bot.log, () => listPage(bot, interaction, place))

type Reader = Pick<ChatInputCommandInteraction | ButtonInteraction, 'user' | 'guildId'>

async function listPage(bot: Bot, { user, guildId }: Reader, place: ListPlace) {
  const actor = await resolveActor(bot, user.id)
  const found = await turnPage(bot.desk, actor, {
    view: viewOf(place.name, actor),
    status: place.status ? [place.status] : place.name === 'mine' ? unresolved : undefined,
    q: place.words || undefined,
    after: place.after ?? undefined,
    before: place.before ?? undefined,
    limit: pageSize,
  })
  return ticketList(found, place, isStaff(actor) ? guildId : null)
}

function viewOf(name: ListName, actor: User): View {
  if (name === 'mine') return isStaff(actor) ? 'assigned' : 'mine'
  return name === 'queue' ? 'queue' : undefined
}
