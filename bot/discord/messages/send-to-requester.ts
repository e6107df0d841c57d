import type { IncomingFile } from '../../../core/attachments/attached-file.ts'
import { refusedFiles } from '../../../core/attachments/refused-files.ts'
import { isRefusal } from '../../../core/errors.ts'
import { retryIdempotent } from '../../../core/retry-idempotent.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { anyCommentBodySchema } from '../../../core/tickets/comments/comment.ts'
import { refusalMessage } from '../../../core/tickets/refusal-message.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { User } from '../../../core/users/user.ts'
import type { Bot } from '../bot.ts'
import { howToLink } from '../resolve-actor.ts'
import { noText, notValid } from './unsupported-parts.ts'

export type OutgoingMessage = {
  ticket: string
  discordUser: string
  /** identifies the message or interaction, so that sending it twice creates one comment */
  key: string
  message?: string
  text: string
  /** files of the message */
  incoming?: IncomingFile[]
  /** what the message holds apart from text and files, e.g. `the sticker` */
  leftOut?: string[]
  /** user ids of the people whom it mentions */
  mentions?: string[]
}

/** @property refused which files did not arrive; null: none */
export type SendResult =
  | { ok: true; requester: string; refused: Sentence | null }
  | { ok: false; reason: Sentence }

/**
 * Sends a message from Discord to the requester. It retries when the database fails, which the key makes safe.
 * @throws the last error. The message may not have been sent.
 */
export const sendToRequester = (
  bot: Pick<Bot, 'desk' | 'appUrl' | 'log'>,
  outgoing: OutgoingMessage,
): Promise<SendResult> =>
  retryIdempotent(
    () => attempt(bot, outgoing),
    (error) => bot.log.warn({ err: error, ticket: outgoing.ticket }, 'A message to the requester is retried'),
  )

async function attempt(
  { desk, appUrl }: Pick<Bot, 'desk' | 'appUrl'>,
  outgoing: OutgoingMessage,
): Promise<SendResult> {
  const [ticket, actor] = await Promise.all([
    desk.tickets.find(outgoing.ticket),
    desk.users.findByDiscord(outgoing.discordUser),
  ])
  if (!ticket || ticket.deleted) return { ok: false, reason: sentence`The ticket has been deleted.` }
  const reason = reasonAgainst(actor, ticket, appUrl)
  if (reason || !actor) return { ok: false, reason: reason ?? howToLink(appUrl) }
  const { incoming = [] } = outgoing
  if (outgoing.text.trim() === '' && incoming.length === 0)
    return { ok: false, reason: noText(outgoing.leftOut ?? []) }
  const body = anyCommentBodySchema.safeParse(outgoing.text)
  if (!body.success) return { ok: false, reason: notValid(body.error) }
  try {
    const { files } = await addComment(desk, actor, {
      ticket: ticket._id,
      surface: 'discord',
      key: outgoing.key,
      ...(outgoing.message ? { message: outgoing.message } : {}),
      incoming,
      input: { body: body.data, visibility: 'public', mentions: outgoing.mentions ?? [] },
    })
    return { ok: true, requester: ticket.requester.name, refused: refusedFiles(files) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { ok: false, reason: refusalMessage(error, actor, ticket) }
  }
}

function reasonAgainst(actor: User | null, ticket: Ticket, appUrl: string): Sentence | null {
  if (!actor) return howToLink(appUrl)
  if (!actor.active) return sentence`Your account on the desk is deactivated. Ask an admin.`
  if (actor.role === 'user' && actor._id !== ticket.requester.id)
    return sentence`Only moderators and admins can answer the requester. If that is your job, ask an admin for the role.`
  return null
}
