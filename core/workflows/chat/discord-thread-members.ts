import type { ThreadPlace } from '../../notifications/messengers/discord-messenger.ts'
import { ignoreRefusal } from '../../provider-errors.ts'
import { isClaimed, type Ticket } from '../../tickets/ticket.ts'
import type { DiscordWorker } from '../worker.ts'

/** The claimer on Discord. An assignee who has not claimed the ticket may change at any moment. */
export async function claimerOnDiscord({ desk }: Pick<DiscordWorker, 'desk'>, ticket: Ticket) {
  const claimer = isClaimed(ticket) && ticket.assignee ? await desk.users.find(ticket.assignee.id) : null
  return claimer?.discord
}

/**
 * Adds whoever has claimed the ticket to its thread, once: who leaves the thread on purpose stays out of it.
 * @returns what to store about it
 */
export async function addClaimer(worker: DiscordWorker, ticket: Ticket, { thread }: ThreadPlace) {
  const claimer = await claimerOnDiscord(worker, ticket)
  if (!claimer || claimer === ticket.surfaces.discord?.member) return {}
  await worker.discord.addToThread(claimer, thread).catch(ignoreRefusal)
  return { 'surfaces.discord.member': claimer }
}
