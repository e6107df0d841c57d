import { afterEach, beforeEach, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { exampleUser } from '../../api/examples/accounts.ts'
import type { Mailbox } from '../../api/routes/mailbox.ts'
import type { Desk } from '../../core/desk.ts'
import { createMetrics } from '../../core/metrics/metrics.ts'
import { changeUser } from '../../core/users/change-user.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import type { Role, User } from '../../core/users/user.ts'
import { listen } from '../../start/listen.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { runSchemathesis } from './schemathesis.ts'

const seed = 20_261_123
const maxSeconds = 240
const password = 'correct horse battery'

const up = { state: 'up' as const, detail: 'answers' }
const health = async () => ({
  status: 'ok' as const,
  services: { database: up, inngest: up, mail: up, 'mail-in': up, slack: up, discord: up, gemini: up },
  pending: { documents: 0, oldestSeconds: 0 },
})

const letter = {
  id: '177000000000000-0a1b2c3d',
  from: 'desk@localhost',
  to: ['ada@localhost'],
  subject: 'Hi',
}
const mailbox: Mailbox = {
  list: async () => [{ ...letter, date: new Date() }],
  read: async (id) => (id === letter.id ? { ...letter, date: new Date(), text: 'Hi' } : undefined),
}

/** The desk as it is, but without limits on attempts, and with streams that end: nothing could be asked otherwise. */
const patient = (desk: Desk): Desk => ({
  ...desk,
  attempts: { begin: async () => {}, succeeded: async () => {} },
  live: {
    ...desk.live,
    listen: async (listener, since) => {
      const leave = await desk.live.listen(listener, since)
      setTimeout(() => listener.end(), 50)
      return leave
    },
  },
})

let at: DeskInProcess
const servers: Awaited<ReturnType<typeof listen>>[] = []
async function serve(app: Parameters<(typeof servers)[number]['serve']>[0]) {
  const http = await listen(0)
  http.serve(app)
  servers.push(http)
  return `http://127.0.0.1:${http.port}`
}
beforeEach(async () => {
  at = await deskInProcess()
})
afterEach(async () => {
  for (const { server } of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
  await at.close()
})

/** The person in the description's examples, so that those are about somebody. */
const examplePerson = async () =>
  at.desk.users.insert(
    {
      ...{ _id: exampleUser.id, email: exampleUser.email, name: exampleUser.name, role: 'moderator' },
      ...{ emailVerified: true, passwordHash: await at.desk.passwords.hash(password) },
    },
    at.desk.now(),
  )

/** Ids of what this person may see or change. */
async function thingsOf({ api, user }: Known) {
  const tickets: string[] = []
  for (const title of ['Printer on fire', 'The door is stuck', 'No coffee left']) {
    const body = { title, description: 'Please help.' }
    const { id } = (await api.post<{ ticket: { id: string } }>('/api/tickets', body)).body.ticket
    await api.post(`/api/tickets/${id}/comments`, { body: 'Still so.' })
    tickets.push(id)
  }
  const { skills, categories } = await at.desk.catalog.read()
  const idsOf = (entries: { id: string }[]) => entries.map(({ id }) => id)
  return {
    '': [user._id, exampleUser.id],
    '/api/tickets': tickets,
    '/api/catalog/skills': idsOf(skills),
    '/api/catalog/categories': idsOf(categories),
  }
}

/** Admins who demote or deactivate themselves, as they may while there is another one, come back: nothing else would be asked. */
const restore = ({ _id, role, active }: User) =>
  changeUser(at.desk, _id, (now) => (now.role === role && now.active ? null : { set: { role, active } }))

test.each<Role>(['admin', 'user'])('Schemathesis finds nothing wrong as %s', async (role) => {
  await examplePerson()
  const caller = await at.somebody(role, { passwordHash: await at.desk.passwords.hash(password) })
  const metrics = {
    metrics: createMetrics({
      backlog: async () => ({ documents: 0, oldestSeconds: 0 }),
      listeners: () => 0,
      ratings: async () => [],
    }),
    token: undefined,
  }
  const url = await serve(
    createApi({ desk: patient(at.desk), health, mailbox, metrics, trustProxy: 0, secureCookies: false }),
  )
  const authorizationUrl = await serve(async (_request, response) => {
    await restore(caller.user)
    response.end(`Bearer ${(await startSession(at.desk, caller.user)).token}`)
  })
  const run = { url, authorizationUrl, ids: await thingsOf(caller), seed, maxSeconds }
  console.log(await runSchemathesis(run, console.log))
})
