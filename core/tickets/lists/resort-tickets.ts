import type { Desk } from '../../desk.ts'
import { personOf } from '../../users/user.ts'

/** What follows when somebody is renamed: lists have their tickets under the new name. */
export async function resortTickets(desk: Pick<Desk, 'users' | 'tickets'>, id: string): Promise<void> {
  const user = await desk.users.find(id)
  if (user) await desk.tickets.sortUnder(personOf(user))
}
