import type { Desk } from '../../desk.ts'
import { personOf } from '../../users/user.ts'

/** Updates the sort keys of a person's tickets after they were renamed. */
export async function resortTickets(desk: Pick<Desk, 'users' | 'tickets'>, id: string): Promise<void> {
  const user = await desk.users.find(id)
  if (user) await desk.tickets.sortUnder(personOf(user))
}
