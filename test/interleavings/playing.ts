import { newId } from '../../core/ids.ts'
import { openTicket } from '../../core/tickets/open-ticket.ts'
import { waitFor } from '../support/wait-for.ts'
import type { Said } from './conversation.ts'
import type { World } from './world.ts'

let people = 0

/** Somebody new in Slack, with an account. */
export async function newRequester({ desk, slack }: World) {
  people += 1
  const user = `U${String(people).padStart(7, '0')}`
  const email = `${user}@example.com`
  slack.addPerson({ id: user, name: user, realName: `Ann ${people}`, email })
  const { user: requester } = await desk.users.insert(
    {
      ...{ _id: newId(), email, name: `Ann ${people}`, role: 'user', emailVerified: true },
      ...{ slack: { team: slack.team.id, user }, slackCheckedAt: desk.now() },
    },
    desk.now(),
  )
  return { requester, person: slack.as(user) }
}

/** A ticket of somebody new, with its card and its thread. */
export async function newTicket(world: World) {
  const { desk } = world
  const { requester, person } = await newRequester(world)
  const input = { title: 'Printer on fire', description: 'It smokes.', urgency: 'normal' as const }
  const { ticket } = await openTicket(desk, requester, { key: newId(), source: 'slack', input })
  const shown = await waitFor(
    async () => {
      const { surfaces } = (await desk.tickets.find(ticket._id)) ?? ticket
      return surfaces.slack && surfaces.discord?.thread && surfaces.discord.card ? surfaces : null
    },
    { what: 'the card and the thread', timeoutMs: 30_000 },
  )
  return {
    ...{
      id: ticket._id,
      number: ticket.number,
      requester,
      card: shown.slack?.ts ?? '',
      thread: shown.discord?.thread ?? '',
    },
    person,
  }
}

type Ticket = Awaited<ReturnType<typeof newTicket>>
/**
 * @property epoch how many times everything had arrived
 * @property unreadSince from which epoch on a chat's history may not be read: nobody waits for what may be missing there
 * @property mails all that the requester has sent @property faults takes them back @property score how they last rated the ticket
 */
export type Play = {
  world: World
  ticket: Ticket
  said: Said[]
  epoch: number
  unreadSince: { slack: number; discord: number }
  mails: string[]
  faults: (() => void)[]
  score: number | null
}
