import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { conflict, notFound } from '../../errors.ts'
import { personOf } from '../../users/user.ts'
import { historyEntry, redrawStaffCard, referenceTo } from '../change.ts'
import { isHandler, isStaff, type Permission } from '../permissions.ts'
import { watchersOf } from '../recipients.ts'
import { maxWatchers } from '../ticket.ts'
import { type Asked, defineAction } from './action.ts'

export const watcherInput = z.strictObject({ user: z.string().describe('user id of the watcher') })

const mayWatch: Permission = { verb: 'watch', rule: isStaff }

/** Handlers can add any watcher. A watcher sees what the requester sees. */
export const chooseWatchers: Permission = { verb: 'choose who watches', rule: isHandler }

/** Watch: a watcher sees the ticket whoever has it, and is notified of what happens to it. */
export const watch = defineAction({
  input: watcherInput,
  permissions: { watch: mayWatch, share: chooseWatchers },
  needs: (_ticket, asked) => [isForActor(asked) ? mayWatch : chooseWatchers],
  prepare: async (desk, _ticket, asked) =>
    isForActor(asked) ? personOf(asked.actor) : await colleague(desk, asked.input.user),
  decide(ticket, asked) {
    const who = asked.prepared
    const others = watchersOf(ticket).filter(({ id }) => id !== who.id)
    const already = watchersOf(ticket).find(({ id }) => id === who.id)
    if (already && !already.because) return null
    if (others.length >= maxWatchers)
      throw conflict(`${maxWatchers} people already watch ${referenceTo(ticket)}, which is the maximum.`)
    return {
      set: { watchers: [...others, who] },
      history: already ? [] : [historyEntry(asked, 'watched', isForActor(asked) ? {} : { note: who.name })],
      effects: redrawStaffCard,
    }
  },
  words: {
    summary: 'Watch a ticket (staff), or have a colleague watch it (who has it, and admins)',
    success: 'Watched: they see it and are notified of what happens to it.',
  },
})

export const isForActor = ({ actor, input }: Asked<z.infer<typeof watcherInput>>) => actor._id === input.user

async function colleague(desk: Pick<Desk, 'users'>, id: string) {
  const user = await desk.users.find(id)
  if (!user?.active) throw notFound('account')
  return personOf(user)
}
