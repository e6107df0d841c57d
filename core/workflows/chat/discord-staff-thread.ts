import { GoneAtProvider, RefusedByProvider } from '../../provider-errors.ts'
import type { Comment } from '../../tickets/comments/comment.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { DiscordWorker } from '../worker.ts'
import type { ConversationPlace } from './conversation-place.ts'
import { movedTo } from './discord-card.ts'
import { inThread } from './discord-thread.ts'
import { claimerOnDiscord } from './discord-thread-members.ts'

/** The staff's thread of a ticket on Discord. Whoever has claimed the ticket is pinged when its requester writes. */
export function staffThread(worker: DiscordWorker, ticket: Ticket): ConversationPlace<string> {
  const { discord } = worker
  return {
    name: 'discord',
    at: async () => ticket.surfaces.discord?.thread,
    inThread: async (work) => movedTo(ticket, await inThread(worker, ticket, work)),
    async postComment(comment, thread, sending) {
      const isNews = comment.fromRequester && !comment.deleted
      const alert = isNews ? await claimerOnDiscord(worker, ticket) : undefined
      return discord.postComment(comment, thread, sending, alert).catch(logRefusal(worker, ticket, comment))
    },
    postFiles: discord.postFiles,
    react: discord.react,
    revise: (comment, thread, message, reactions) =>
      discord.reviseComment(comment, thread, message, { reactions }),
    removeFiles: discord.removeFiles,
  }
}

/** The staff may read it nowhere else on Discord. */
function logRefusal({ desk }: DiscordWorker, ticket: Ticket, comment: Comment) {
  return (error: unknown): never => {
    const isRefused = error instanceof RefusedByProvider && !(error instanceof GoneAtProvider)
    if (isRefused && !comment.deleted)
      desk.log.error({ ticket: ticket._id, comment: comment._id }, 'Discord refuses to show a comment')
    throw error
  }
}
