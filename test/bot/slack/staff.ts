import { newId } from '../../../core/ids.ts'
import { assign } from '../../../core/tickets/actions/assign.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { type Actor, personOf, type Role } from '../../../core/users/user.ts'
import { later, newTicketOf } from '../../support/ticket-fixture.ts'
import type { deskWithSlack } from './desk-with-slack.ts'

type World = Awaited<ReturnType<typeof deskWithSlack>>

export const root: Actor = { _id: 'e'.repeat(24), name: 'Root Roe', role: 'admin' }

/** An account with a Slack handle, whose owner is in the workspace. */
export async function personOnSlack(
  { desk, slack }: Pick<World, 'desk' | 'slack'>,
  { id, name, role }: { id: string; name: string; role: Role },
) {
  const email = `${name.split(' ')[0]?.toLowerCase()}@example.com`
  slack.addPerson({ id, name: email.split('@')[0] ?? id, realName: name, email })
  const fresh = { _id: newId(), email, name, role, slack: { team: slack.team.id, user: id } }
  const { user } = await desk.users.insert({ ...fresh, emailVerified: true, effects: [] }, desk.now())
  return { user, hands: slack.as(id) }
}

/** Ada's ticket, filed from somewhere else than Slack and triaged. */
export async function adasTicket({ desk }: Pick<World, 'desk'>, requester: Actor, key = newId()) {
  const number = await desk.nextNumber()
  const { ticket } = await desk.tickets.insert(
    newTicketOf({
      ...{
        _id: key,
        number,
        requester: personOf(requester),
        title: `Printer ${number} on fire`,
        createdAt: later(number),
      },
      effects: [{ queue: 'slack', kind: 'card' }],
    }),
  )
  desk.relay('tickets', ticket)
  return ticket
}

/** Gives a ticket to somebody, who gets the direct message with the buttons. */
export async function assignedTo(
  { desk, slack, settled }: World,
  ticket: { _id: string },
  person: Actor,
  at: string,
) {
  await perform(desk, root, assign, { id: ticket._id, surface: 'web', input: { assignee: person._id } })
  await slack.waitFor(() => slack.dmOf(at).find(({ shown }) => shown.includes('Assigned to you')), {
    what: 'the direct message',
  })
  await settled()
}
