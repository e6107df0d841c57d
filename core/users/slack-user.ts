import type { Desk } from '../desk.ts'
import { idOf } from '../ids.ts'
import { changeUser } from './change-user.ts'
import type { User } from './user.ts'

export type SlackHandle = { team: string; user: string }

/**
 * The desk's user for somebody on Slack. Who is new gets an account at once, so that filing waits for nothing; their
 * address is asked of Slack afterwards (`identify`).
 */
export async function slackUser(desk: Desk, handle: SlackHandle, name: string): Promise<User> {
  const known = await desk.users.findBySlack(handle.team, handle.user)
  if (known) return known
  const { user } = await desk.users.insert(
    {
      _id: idOf(`slack-user:${handle.team}:${handle.user}`),
      email: null,
      name,
      slack: handle,
      owe: [{ lane: 'slack', kind: 'identify' }],
    },
    desk.now(),
  )
  desk.relay('users', user)
  return user
}

/**
 * What Slack says of a person: takes their verified address. If an account has that address already it is the same
 * person: it gets the handle and the tickets, and the new one goes.
 */
export async function identifySlackUser(desk: Desk, id: string, profile: { email: string; name: string }) {
  const user = await desk.users.find(id)
  if (!user || user.email) return
  const same = await desk.users.findByEmail(profile.email)
  if (same) await mergeInto(desk, user, same)
  else await introduce(desk, id, profile)
}

/** The tickets filed meanwhile carry the handle's name: they get the real one. */
async function introduce(desk: Desk, id: string, { email, name }: { email: string; name: string }) {
  await desk.tickets.moveRequester(id, { id, name })
  await changeUser(desk, id, () => ({
    set: { email, emailVerified: true, name },
    owe: [{ lane: 'mail', kind: 'notify', about: 'account-created' }],
  }))
}

/** Each step may run again; the new account goes last, since it still carries what is owed. */
async function mergeInto(desk: Desk, fresh: User, known: User) {
  const person = await changeUser(desk, known._id, (user) => ({
    set: { ...(fresh.slack ? { slack: fresh.slack } : {}), emailVerified: true, pending: [] },
    owe: user.emailVerified ? [] : [{ lane: 'mail', kind: 'notify', about: 'account-created' }],
  }))
  await desk.tickets.moveRequester(fresh._id, { id: person._id, name: person.name })
  await desk.users.remove(fresh._id)
  await desk.tickets.moveRequester(fresh._id, { id: person._id, name: person.name })
}
