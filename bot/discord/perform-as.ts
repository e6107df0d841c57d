import { isRefusal } from '../../core/errors.ts'
import { type Sentence, sentence } from '../../core/text/sentence.ts'
import type { TicketAction } from '../../core/tickets/actions/action.ts'
import { perform } from '../../core/tickets/actions/perform.ts'
import { refusalMessage } from '../../core/tickets/refusal-message.ts'
import type { User } from '../../core/users/user.ts'
import type { Bot } from './bot.ts'
import { resolveActor } from './resolve-actor.ts'

/**
 * Performs an action for a person on Discord. The effects of the change redraw the card.
 * @param asked.isCardShown whether they see the ticket's card, so that a refusal may name who has it
 * @param readInput throws a refusal when their input is invalid
 * @returns the text to show: the outcome, or why it was refused
 * @throws any error that is not a refusal
 */
export async function performAs(
  { desk, appUrl }: Pick<Bot, 'desk' | 'appUrl'>,
  { discordUser, ticket: id, isCardShown = true }: Asked,
  action: TicketAction,
  readInput: () => unknown,
): Promise<Sentence> {
  let actor: User | undefined
  try {
    actor = await resolveActor({ desk, appUrl }, discordUser)
    const ticket = await perform(desk, actor, action, { id, surface: 'discord', input: readInput() })
    return action.words.done?.(ticket) ?? sentence`${action.words.success}`
  } catch (error) {
    if (!isRefusal(error)) throw error
    return isCardShown ? refusalMessage(error, actor, await desk.tickets.find(id)) : error.words
  }
}

type Asked = { discordUser: string; ticket: string; isCardShown?: boolean }
