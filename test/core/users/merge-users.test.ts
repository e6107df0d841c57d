import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staleWriteWindowMs } from '../../../core/database/stale-write-window.ts'
import type { Desk } from '../../../core/desk.ts'
import { newId } from '../../../core/ids.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import { createApiKey } from '../../../core/users/api-keys/own-api-keys.ts'
import { slackUser } from '../../../core/users/handles/slack-user.ts'
import { unlinkHandle } from '../../../core/users/handles/unlink-handle.ts'
import { reassignAll } from '../../../core/users/merge-accounts.ts'
import { mergeUsers } from '../../../core/users/merge-users.ts'
import { updateUser } from '../../../core/users/update-user.ts'
import { personOf, type User } from '../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../support/desk-in-process.ts'
import { mislisted } from '../../support/mislisted.ts'
import { maintainAccount } from '../../support/run-workflows.ts'
import { claimedBy, newTicketOf } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
let root: Known
let aheadMs = 0
beforeAll(async () => {
  at = await deskInProcess({ now: () => new Date(Date.now() + aheadMs) })
  root = await at.somebody('admin')
})
afterAll(async () => {
  expect(await mislisted(at.database)).toEqual([])
  await at.close()
})

const origin = { surface: 'api' as const, address: null, agent: null }
const merge = (from: User, into: User, desk: Desk = at.desk) =>
  mergeUsers(desk, root.user, { id: from._id, into: into._id }, origin)
const fileAs = async (user: User) =>
  (
    await openTicket(at.desk, user, {
      key: newId(),
      source: 'slack',
      input: { title: 'Printer on fire', description: 'Flames.', urgency: 'normal' },
    })
  ).ticket
const insert = async (more: Parameters<typeof newTicketOf>[0]) =>
  (await at.desk.tickets.insert(newTicketOf({ _id: newId(), number: await at.desk.nextNumber(), ...more })))
    .ticket
const sayAs = (user: User, ticket: string) =>
  addComment(at.desk, user, {
    ticket,
    surface: 'slack',
    key: newId(),
    input: { body: 'Hello', visibility: 'public' },
  })
let handles = 200_000_000_000_000_000n
const discordId = () => String(++handles)

describe('the account that goes', () => {
  test('passes on its tickets, comments and handles, and can’t sign in any more', async () => {
    const slack = { team: 'T1', user: newId() }
    const [discord, gone, survivor] = [discordId(), await at.somebody('moderator'), await at.somebody('user')]
    const twin = await slackUser(at.desk, slack, 'twin')
    await updateUser(at.desk, root.user, { id: gone.user._id, discord }, origin)
    const filed = await fileAs(gone.user)
    const claimed = await insert(claimedBy(gone.user))
    const watched = await insert({ watchers: [personOf(gone.user), personOf(survivor.user)] })
    const said = await sayAs(gone.user, filed._id)
    const { secret } = await createApiKey(
      at.desk,
      gone.user,
      { name: 'Key', scopes: ['users:read'], expiresInDays: 1 },
      origin,
    )
    await at.desk.deliveries.begin({
      ...{ _id: newId(), channel: 'mail', about: 'assigned', to: gone.user._id, name: 'Then' },
      startedAt: at.desk.now(),
    })
    await merge(gone.user, survivor.user)
    await merge(twin, survivor.user)
    expect((await gone.api.get('/api/auth/me')).status).toBe(401)
    for (const one of [gone.user, twin]) await reassignAll(at.desk, one._id)
    const person = personOf(survivor.user)
    expect(await at.desk.tickets.find(filed._id)).toMatchObject({
      requester: person,
      audience: [person.id, 'moderators', 'admins'],
      history: [{ by: person }, { by: person }],
      version: filed.version + 2,
    })
    expect(await at.desk.tickets.find(claimed._id)).toMatchObject({ assignee: person })
    expect((await at.desk.tickets.find(watched._id))?.watchers).toEqual([person])
    expect((await at.desk.comments.find(said._id))?.author).toEqual(person)
    expect(await at.desk.deliveries.list({ person: person.id, limit: 10 })).toMatchObject([{ name: 'Then' }])
    expect(await at.desk.users.find(survivor.user._id)).toMatchObject({ role: 'user', discord, slack })
    expect(await at.desk.users.find(gone.user._id)).toMatchObject({
      merged: { into: person.id, discord },
      active: false,
      passwordHash: null,
    })
    expect(await at.desk.apiKeyCache.holderOf(secret)).toBeNull()
    expect(await at.desk.sessions.listOf(gone.user._id, new Date(), 9)).toEqual([])
    const listed = await root.api.get<{ users: { id: string }[] }>('/api/auth/users?limit=100')
    expect(listed.body.users.map(({ id }) => id)).not.toContain(gone.user._id)
  })

  test('keeps a second handle of a kind as another way to the same person, until it is unlinked', async () => {
    const [one, two] = [discordId(), discordId()]
    const gone = await at.somebody('user', { discord: one })
    const survivor = await at.somebody('user', { discord: two })
    await merge(gone.user, survivor.user)
    await reassignAll(at.desk, gone.user._id)
    for (const discord of [one, two])
      expect((await at.desk.users.findByDiscord(discord))?._id).toBe(survivor.user._id)
    await unlinkHandle(at.desk, survivor.user, { id: survivor.user._id, kind: 'discord' }, origin)
    await reassignAll(at.desk, gone.user._id)
    for (const discord of [one, two]) expect(await at.desk.users.findByDiscord(discord)).toBeNull()
  })

  test('may have survived another merge before: the last survivor gets everything', async () => {
    const discord = discordId()
    const [first, second, third] = [
      await at.somebody('user', { discord }),
      await at.somebody('user'),
      await at.somebody('user'),
    ]
    const filed = await fileAs(first.user)
    await merge(first.user, second.user)
    await merge(second.user, third.user)
    for (const one of [second, first]) await reassignAll(at.desk, one.user._id)
    expect((await at.desk.tickets.find(filed._id))?.requester.id).toBe(third.user._id)
    expect((await at.desk.users.findByDiscord(discord))?._id).toBe(third.user._id)
    expect((await at.desk.users.find(first.user._id))?.merged?.into).toBe(third.user._id)
  })

  test('cannot be restored, not even by its address', async () => {
    const [gone, survivor] = [await at.somebody('user'), await at.somebody('user')]
    await merge(gone.user, survivor.user)
    await expect(
      updateUser(at.desk, root.user, { id: gone.user._id, active: true }, origin),
    ).rejects.toMatchObject({ kind: 'conflict' })
    const invited = { email: gone.user.email, name: 'Again', role: 'user' }
    expect((await root.api.post('/api/auth/invite', invited)).status).toBe(409)
    expect((await at.desk.users.findPersonByEmail(gone.user.email ?? ''))?._id).toBe(survivor.user._id)
  })
})

/** The desk as a process has it that is killed at its nth step of handing over. */
const killedAt = (step: number): Desk => {
  let left = step
  const mortal = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        return (...given: unknown[]) => {
          if (left-- === 0) throw new Error('killed')
          return member(...given)
        }
      },
    })
  const { users, tickets, comments, sessions, apiKeys, links } = at.desk
  return {
    ...at.desk,
    users: mortal(users),
    tickets: mortal(tickets),
    comments: mortal(comments),
    sessions: mortal(sessions),
    apiKeys: mortal(apiKeys),
    links: mortal(links),
  }
}

describe('cut short', () => {
  test('at any point, the merge continues, and messages from the handles meanwhile are the survivor’s', async () => {
    const slack = { team: 'T1', user: newId() }
    const discord = discordId()
    const gone = await slackUser(at.desk, slack, 'gone')
    await updateUser(at.desk, root.user, { id: gone._id, discord }, origin)
    const survivor = await at.somebody('user')
    const filed = [await fileAs(gone), await fileAs(gone), await fileAs(gone)]
    await merge(gone, survivor.user)
    let kills = 0
    for (let step = 0; ; step++) {
      const died = await reassignAll(killedAt(step), gone._id).then(
        () => false,
        (error: Error) => {
          expect(error.message).toBe('killed')
          return true
        },
      )
      const meanwhile = await slackUser(at.desk, slack, 'gone')
      expect(meanwhile._id).toBe(survivor.user._id)
      expect((await at.desk.users.findByDiscord(discord))?._id).toBe(survivor.user._id)
      if (!died) break
      kills++
    }
    expect(kills).toBeGreaterThan(8)
    for (const { _id } of filed)
      expect((await at.desk.tickets.find(_id))?.requester.id).toBe(survivor.user._id)
    expect(await at.desk.users.find(survivor.user._id)).toMatchObject({ slack, discord })
  })

  test('a write by somebody who had read the old account follows, too', async () => {
    const [gone, survivor] = [await at.somebody('user'), await at.somebody('user')]
    await merge(gone.user, survivor.user)
    await expect(maintainAccount(at, gone.user._id)).rejects.toThrow('may still commit')
    const late = await fileAs(gone.user)
    const said = await sayAs(gone.user, late._id)
    aheadMs = staleWriteWindowMs + 1
    expect(await maintainAccount(at, gone.user._id)).toBe(1)
    aheadMs = 0
    expect((await at.desk.tickets.find(late._id))?.requester.id).toBe(survivor.user._id)
    expect((await at.desk.comments.find(said._id))?.author.id).toBe(survivor.user._id)
    expect((await at.desk.users.find(gone.user._id))?.outbox).toEqual([])
  })
})

describe('is refused', () => {
  test.each<[string, () => Promise<[User, User]>, string]>([
    ['of oneself', async () => [root.user, (await at.somebody('user')).user], 'conflict'],
    ['into itself', async () => same(await at.somebody('user')), 'invalid'],
    [
      'into one that is switched off',
      async () => [(await at.somebody('user')).user, (await at.somebody('user', { active: false })).user],
      'invalid',
    ],
    [
      'into one that may turn out to be another’s',
      async () => [
        (await at.somebody('user')).user,
        await slackUser(at.desk, { team: 'T', user: newId() }, 'n'),
      ],
      'invalid',
    ],
    ['of nobody', async () => [{ ...root.user, _id: newId() }, root.user], 'not-found'],
    [
      'into nobody',
      async () => [(await at.somebody('user')).user, { ...root.user, _id: newId() }],
      'invalid',
    ],
  ])('%s', async (_name, who, kind) => {
    const [gone, survivor] = await who()
    await expect(merge(gone, survivor)).rejects.toMatchObject({ kind })
  })

  test('to all but admins', async () => {
    const [max, ann] = [await at.somebody('moderator'), await at.somebody('user')]
    const request = { id: ann.user._id, into: max.user._id }
    await expect(mergeUsers(at.desk, max.user, request, origin)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('in a circle: of two at once one wins', async () => {
    const [one, two] = [(await at.somebody('user')).user, (await at.somebody('user')).user]
    const both = await Promise.allSettled([merge(one, two), merge(two, one)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const left = [await at.desk.users.find(one._id), await at.desk.users.find(two._id)]
    expect(left.filter((user) => user?.active)).toHaveLength(1)
  })
})

test('two admins who merge each other away at once: an admin stays', async () => {
  const apart = await deskInProcess()
  const [one, two, survivor] = [
    await apart.somebody('admin'),
    await apart.somebody('admin'),
    await apart.somebody('user'),
  ]
  const away = (by: Known, whom: Known) =>
    by.api.post(`/api/users/${whom.user._id}/merge`, { into: survivor.user._id })
  await Promise.all([away(one, two), away(two, one)])
  expect(await apart.desk.users.admins()).toHaveLength(1)
  await apart.close()
})

const same = ({ user }: Known): [User, User] => [user, user]
