import { z } from 'zod'
import { conflict, invalid } from '../../errors.ts'
import { personOf } from '../../users/user.ts'
import { assertUnresolved, historyEntry, redrawCards, referenceTo } from '../change.ts'
import { isHandler, type Permission } from '../permissions.ts'
import { notify, watchersFor } from '../recipients.ts'
import { defineAction } from './action.ts'

export const mayAssign: Permission = { verb: 'assign', rule: isHandler }

/**
 * Assign: an admin gives the ticket to a moderator or an admin, even if somebody else has it. A moderator hands over what
 * is theirs. Both people are notified.
 */
export const assign = defineAction({
  input: z.strictObject({ assignee: z.string().describe('user id of a moderator or an admin') }),
  permissions: { assign: mayAssign },
  async prepare(desk, _ticket, { input }) {
    const user = await desk.users.find(input.assignee)
    if (!user?.active || user.role === 'user')
      throw invalid('assignee', 'This person is no active moderator.')
    return personOf(user)
  },
  decide(ticket, asked) {
    const { prepared: to, actor } = asked
    assertUnresolved(ticket)
    const before = ticket.assignee
    if (before?.id === to.id) throw conflict(`${to.name} has ${referenceTo(ticket)} already.`)
    return {
      set: {
        status: 'open',
        assignee: to,
        assignment: {
          by: 'admin',
          reason: `Chosen by ${actor.name}.`,
          candidates: ticket.assignment?.candidates ?? [],
          at: asked.now,
        },
      },
      history: [historyEntry(asked, 'assigned', { note: `to ${to.name}` })],
      effects: [
        ...redrawCards,
        ...notify(actor, [
          { to, topic: 'assigned' },
          { to: before, topic: 'taken-over' },
          ...watchersFor(ticket, 'status-changed'),
        ]),
      ],
    }
  },
  words: {
    summary: 'Give a ticket to somebody: mine as a moderator, also out of another’s hands as an admin',
    success: 'Assigned. Both people are notified.',
  },
  example: { assignee: '65f0c0ffee65f0c0ffee0001' },
})
