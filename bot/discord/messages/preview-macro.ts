import { fillInFor } from '../../../core/canned-replies/fill-in.ts'
import { listCannedReplies } from '../../../core/canned-replies/manage-canned-replies.ts'
import { nameKeyOf } from '../../../core/catalog/names.ts'
import { invalid, notFound } from '../../../core/errors.ts'
import { isId } from '../../../core/ids.ts'
import type { Bot } from '../bot.ts'
import { resolveActor } from '../resolve-actor.ts'
import { macroPreview } from '../views/macro-preview.ts'

/** Who asks, and in which channel. */
type Asking = { user: { id: string }; channelId: string | null }

/**
 * A canned reply with its variables filled in for the ticket of this thread.
 * @throws unauthenticated, forbidden; invalid outside of a ticket's thread; not-found
 */
export async function filledMacro(bot: Bot, { user, channelId }: Asking, id: string) {
  const actor = await resolveActor(bot, user.id)
  const ticket = channelId ? await bot.desk.tickets.findByDiscordThread(channelId) : null
  if (!ticket) throw invalid('reply', 'This is not the thread of a ticket. Use /macro in one.')
  return fillInFor(bot.desk, actor, { id, ticket: ticket._id })
}

/** The preview of a canned reply. @param wanted its id, or its name when nothing that Discord suggested was chosen */
export async function previewMacro(bot: Bot, asking: Asking, wanted: string) {
  const id = isId(wanted) ? wanted : await idOfName(bot, asking, wanted)
  const { reply, ticket, text } = await filledMacro(bot, asking, id)
  const shown = { name: reply.name, requester: ticket.requester.name, text }
  return macroPreview(shown, { id, version: reply.version })
}

async function idOfName(bot: Bot, { user }: Asking, name: string): Promise<string> {
  const replies = await listCannedReplies(bot.desk, await resolveActor(bot, user.id))
  const found = replies.find(({ nameKey }) => nameKey === nameKeyOf(name))
  if (!found) throw notFound('canned reply')
  return found._id
}
