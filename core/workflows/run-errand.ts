import type { Errand } from '../notifications/errand.ts'
import type { Channel } from '../notifications/events.ts'
import type { Owed } from '../outbox/owed.ts'
import { clearLane } from './clear-lane.ts'
import { tellOnDiscord } from './deliver-discord.ts'
import { mailOfAccount, tellByMail } from './deliver-mail.ts'
import { tellOnSlack } from './deliver-slack.ts'
import { sendDigest } from './send-digest.ts'
import type { Telling } from './telling.ts'
import type { Worker } from './worker.ts'

/** Does one errand, which goes with the last of what it owes. @returns how many entries were done */
export async function runErrand(worker: Worker, id: string, lane: Channel): Promise<number> {
  const { errands } = worker.desk
  const errand = await errands.find(id)
  if (!errand) return 0
  return clearLane(errands, id, lane, async (owed) => {
    await perform(worker, errand, owed)
    return undefined
  })
}

/** Whose account or ticket is gone need not be told. */
async function perform(worker: Worker, errand: Errand, owed: Owed) {
  const { desk } = worker
  const person = await desk.users.living(await desk.users.find(errand.person))
  if (!person) return
  if (errand.reason === 'digest') return sendDigest(worker, errand, owed, person)
  if (errand.ticket === null) return mailOfAccount(worker, owed, person, errand)
  const ticket = await desk.tickets.find(errand.ticket)
  if (ticket) await tellOn(worker, { owed, ticket, person, errand })
}

function tellOn(worker: Worker, telling: Omit<Telling, 'channel'>) {
  const { slack, discord } = worker
  if (telling.owed.lane === 'mail') return tellByMail(worker, telling)
  if (telling.owed.lane === 'slack' && slack) return tellOnSlack({ ...worker, slack }, telling)
  if (telling.owed.lane === 'discord' && discord) return tellOnDiscord({ ...worker, discord }, telling)
  return Promise.resolve()
}
