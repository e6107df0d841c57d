import type { AutocompleteInteraction } from 'discord.js'
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10'
import pTimeout from 'p-timeout'
import { listCannedReplies } from '../../../../core/canned-replies/manage-canned-replies.ts'
import { offeredOf } from '../../../../core/catalog/names.ts'
import { listTickets } from '../../../../core/search/list-tickets.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import { listAssignees } from '../../../../core/triage/list-assignees.ts'
import type { User } from '../../../../core/users/user.ts'
import type { Bot } from '../../bot.ts'
import { resolveActor } from '../../resolve-actor.ts'
import { inPlain } from '../../views/sentence.ts'
import { macroOption } from '../macro.ts'
import { resolveTicket } from './resolve-ticket.ts'

type Choice = APIApplicationCommandOptionChoice<string>
type Asked = { actor: User; typed: string; interaction: AutocompleteInteraction }
type Suggest = (bot: Bot, asked: Asked) => Promise<Choice[]>

/** Discord waits 3 s for suggestions. */
const deadlineMs = 2_000
/** Discord takes 25. */
const maxChoices = 25
/** Discord takes 100 characters for a name. */
const choice = (name: string, value: string): Choice => ({ name: inPlain(sentence`${name}`, 100), value })

/** Tickets that the person may see, by number or by words; the newest ones while nothing is typed. */
const tickets: Suggest = async ({ desk }, { actor, typed }) => {
  const found = await listTickets(desk, actor, { q: typed || undefined, limit: maxChoices })
  return found.tickets.map(({ number, title }) => choice(`#${number} ${title}`, String(number)))
}

/** People to whom this person can assign the ticket, the best first. */
const people: Suggest = async ({ desk }, { actor, typed, interaction }) => {
  const { options, channelId } = interaction
  const { _id: id } = await resolveTicket(desk, options.getString('ticket'), channelId)
  const found = await listAssignees(desk, actor, { id, search: typed || undefined })
  return found.map(({ id: person, name, onDuty }) => choice(onDuty ? name : `${name} (off duty)`, person))
}

const categories: Suggest = async ({ desk }, { typed }) => {
  return offeredOf(await desk.catalog.read())
    .categories.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
    .map(({ name }) => choice(name, name))
}

/** Canned replies by words of their names. */
const cannedReplies: Suggest = async ({ desk }, { actor, typed }) => {
  const replies = await listCannedReplies(desk, actor)
  return replies
    .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
    .map(({ _id, name }) => choice(name, _id))
}

const suggestions: Record<string, Suggest> = {
  ticket: tickets,
  of: tickets,
  person: people,
  name: categories,
  category: categories,
  [macroOption]: cannedReplies,
}

/** Suggests values for the option that somebody types, of what they may see. */
export async function suggest(bot: Bot, interaction: AutocompleteInteraction) {
  const { name, value } = interaction.options.getFocused(true)
  const find = async () => {
    const actor = await resolveActor(bot, interaction.user.id)
    return (await suggestions[name]?.(bot, { actor, typed: value.trim(), interaction })) ?? []
  }
  const found = await pTimeout(find(), { milliseconds: deadlineMs }).catch((error: unknown) => {
    bot.log.debug({ err: error }, 'No suggestions for a command on Discord')
    return []
  })
  await interaction.respond(found.slice(0, maxChoices))
}
