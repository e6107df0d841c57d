import { checkInput } from '../../../../core/check-input.ts'
import type { Sentence } from '../../../../core/text/sentence.ts'
import { actionOf } from '../../../../core/tickets/actions/actions.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { Bot } from '../../bot.ts'
import { performAs } from '../../perform-as.ts'
import { resolveActor } from '../../resolve-actor.ts'
import type { Chosen, Row } from './action-table.ts'

/**
 * Performs an action of the table with what a person chose.
 * @param asked.isCardShown whether they see the ticket's card. If not, they learn nothing of hidden tickets
 * @throws unauthenticated, forbidden for an account that may not act at all
 */
export async function performRow(
  bot: Bot,
  { discordUser, ticket, isCardShown }: { discordUser: string; ticket: Ticket; isCardShown: boolean },
  row: Row,
  value: Chosen['value'],
): Promise<Sentence> {
  const actor = await resolveActor(bot, discordUser)
  const chosen: Chosen = { actor, ticket, value }
  const action = actionOf(typeof row.action === 'string' ? row.action : row.action(chosen))
  const own = row.done ? { ...action, words: { ...action.words, done: row.done } } : action
  const asked = { discordUser, ticket: ticket._id, isCardShown }
  return performAs(bot, asked, own, () => checkInput(action.input, row.input?.(chosen) ?? {}))
}
