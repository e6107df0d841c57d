import { isRefusal } from '../../core/errors.ts'
import type { TicketAction } from '../../core/tickets/actions/action.ts'
import { claim } from '../../core/tickets/actions/claim.ts'
import { perform } from '../../core/tickets/actions/perform.ts'
import { rate } from '../../core/tickets/actions/rate.ts'
import { release } from '../../core/tickets/actions/release.ts'
import { reopen } from '../../core/tickets/actions/reopen.ts'
import { resolve } from '../../core/tickets/actions/resolve.ts'
import { wait } from '../../core/tickets/actions/wait.ts'
import type { Play } from './playing.ts'
import type { ActName } from './program.ts'

type Act = {
  action: TicketAction
  input: { score?: number; resolution?: string }
  by: 'moderator' | 'requester'
}

const acts: Record<ActName, Act> = {
  claim: { action: claim, input: {}, by: 'moderator' },
  release: { action: release, input: {}, by: 'moderator' },
  wait: { action: wait, input: {}, by: 'moderator' },
  resolve: { action: resolve, input: { resolution: 'Done.' }, by: 'moderator' },
  reopen: { action: reopen, input: {}, by: 'moderator' },
  solve: { action: resolve, input: { resolution: 'It works again.' }, by: 'requester' },
  'come back': { action: reopen, input: {}, by: 'requester' },
  'rate well': { action: rate, input: { score: 5 }, by: 'requester' },
  'rate badly': { action: rate, input: { score: 1 }, by: 'requester' },
}

/** Somebody changes the ticket, if the desk lets them. */
export async function act(playing: Play, name: ActName): Promise<void> {
  const { world, ticket } = playing
  const { action, input, by } = acts[name]
  const actor = by === 'moderator' ? world.moderator : ticket.requester
  try {
    await perform(world.desk, actor, action, { id: ticket.id, surface: 'web', input })
    if (input.score) playing.score = input.score
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
}
