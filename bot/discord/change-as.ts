import { isRefusal } from '../../core/errors.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import type { User } from '../../core/users/user.ts'
import type { Bot } from './bot.ts'
import { refusalMessage } from './refusal-message.ts'
import { resolveActor } from './resolve-actor.ts'

/**
 * Runs a use case on a ticket for whoever pressed.
 * @returns the words of the outcome: those of `told`, or why it was refused
 * @throws what is no refusal
 */
export async function changeAs<Outcome>(
  bot: Pick<Bot, 'desk' | 'appUrl'>,
  { discordUser, ticket }: { discordUser: string; ticket: string },
  act: (actor: User) => Promise<Outcome>,
  told: (outcome: Outcome) => string,
): Promise<string> {
  let actor: User | undefined
  try {
    actor = await resolveActor(bot, discordUser)
    return told(await act(actor))
  } catch (error) {
    if (!isRefusal(error)) throw error
    return refusalMessage(error, actor, await ticketNow(bot, ticket))
  }
}

const ticketNow = ({ desk }: Pick<Bot, 'desk'>, id: string): Promise<Ticket | null> => desk.tickets.find(id)
