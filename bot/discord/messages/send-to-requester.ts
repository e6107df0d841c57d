import { isRefusal } from '../../../core/errors.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { commentBodySchema } from '../../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { User } from '../../../core/users/user.ts'
import type { Bot } from '../bot.ts'
import { refusalWords } from '../refusal-message.ts'
import { howToLink } from '../resolve-actor.ts'
import { retryIdempotent } from './retry-idempotent.ts'

export type ToSend = {
  ticket: string
  discordUser: string
  /** names the message or interaction: sent twice, it is one comment */
  key: string
  message?: string
  text: string
  /** user ids of whom it names */
  mentions?: string[]
}

export type Outcome = { ok: true; requester: string } | { ok: false; why: string }

/**
 * The one way from Discord to the requester. A database that stumbles is asked again: the key makes that safe.
 * @throws what is no refusal: then it is not known to be sent
 */
export const sendToRequester = (
  bot: Pick<Bot, 'desk' | 'appUrl' | 'log'>,
  toSend: ToSend,
): Promise<Outcome> =>
  retryIdempotent(
    () => attempt(bot, toSend),
    (error) =>
      bot.log.warn({ err: error, ticket: toSend.ticket }, 'a message to the requester is tried again'),
  )

async function attempt({ desk, appUrl }: Pick<Bot, 'desk' | 'appUrl'>, toSend: ToSend): Promise<Outcome> {
  const [ticket, actor] = await Promise.all([
    desk.tickets.find(toSend.ticket),
    desk.users.findByDiscord(toSend.discordUser),
  ])
  if (!ticket || ticket.deleted) return { ok: false, why: 'the ticket has been deleted.' }
  const why = reasonAgainst(actor, ticket, appUrl)
  if (why || !actor) return { ok: false, why: why ?? howToLink(appUrl) }
  const body = commentBodySchema.safeParse(toSend.text)
  if (!body.success) return { ok: false, why: noWords }
  try {
    await addComment(desk, actor, {
      ticket: ticket._id,
      surface: 'discord',
      key: toSend.key,
      ...(toSend.message ? { message: toSend.message } : {}),
      input: { body: body.data, visibility: 'public', mentions: toSend.mentions ?? [] },
    })
    return { ok: true, requester: ticket.requester.name }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { ok: false, why: refusalWords(error, actor, ticket) }
  }
}

const noWords = 'there are no words in it, and files are not passed on.'

function reasonAgainst(actor: User | null, ticket: Ticket, appUrl: string): string | null {
  if (!actor) return howToLink(appUrl)
  if (!actor.active) return 'your account on the desk is deactivated. Ask an admin.'
  if (actor.role === 'user' && actor._id !== ticket.requester.id)
    return 'only moderators and admins may answer the requester. Ask an admin for the role if it is your job.'
  return null
}
