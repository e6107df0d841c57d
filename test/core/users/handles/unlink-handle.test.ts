import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { openTicket } from '../../../../core/tickets/open-ticket.ts'
import { createHandleCode, linkDiscord, linkSlack } from '../../../../core/users/handles/link-handle.ts'
import { identifySlackUser, slackUser } from '../../../../core/users/handles/slack-user.ts'
import { unlinkHandle } from '../../../../core/users/handles/unlink-handle.ts'
import type { User } from '../../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const origin = { surface: 'api' as const, address: null, agent: null }
const handleOf = () => ({ team: 'T1', user: newId() })
const unlink = (user: User, kind: 'slack' | 'discord') =>
  unlinkHandle(at.desk, user, { id: user._id, kind }, origin)
const fileAs = async (user: User) =>
  (
    await openTicket(at.desk, user, {
      key: newId(),
      source: 'slack',
      input: { title: 'Printer on fire', description: 'Flames.', urgency: 'normal' },
    })
  ).ticket

/** Somebody whose account was made by Slack. */
async function fromSlack() {
  const handle = handleOf()
  const { _id } = await slackUser(at.desk, handle, 'ada')
  const email = `${newId()}@example.com`
  await identifySlackUser(at.desk, _id, { email, name: 'Ada' })
  return { handle, email, user: (await at.desk.users.find(_id)) as User }
}

describe('Slack unlinked', () => {
  test('what comes from there is somebody else’s, though the address is the same', async () => {
    const { handle, email, user } = await fromSlack()
    await unlink(user, 'slack')
    const stranger = await slackUser(at.desk, handle, 'ada')
    expect(stranger).toMatchObject({ email: null, role: 'user' })
    expect(stranger._id).not.toBe(user._id)
    await identifySlackUser(at.desk, stranger._id, { email, name: 'Ada' })
    expect((await slackUser(at.desk, handle, 'ada'))._id).toBe(stranger._id)
    expect((await at.desk.users.find(user._id))?.slack).toBeUndefined()
  })

  test('and linked again by a code is one person again, with what was filed meanwhile', async () => {
    const { handle, user } = await fromSlack()
    await unlink(user, 'slack')
    const ticket = await fileAs(await slackUser(at.desk, handle, 'ada'))
    const code = await createHandleCode(at.desk, user, 'slack')
    expect(await linkSlack(at.desk, handle, ` ${code.toLowerCase()}`)).toMatchObject({
      _id: user._id,
      slack: handle,
      unlinked: [],
    })
    expect((await slackUser(at.desk, handle, 'ada'))._id).toBe(user._id)
    expect((await at.desk.tickets.find(ticket._id))?.requester.id).toBe(user._id)
  })

  test('over and over', async () => {
    const { handle, user } = await fromSlack()
    const seen = new Set([user._id])
    for (let times = 0; times < 3; times++) {
      await unlink(user, 'slack')
      seen.add((await slackUser(at.desk, handle, 'ada'))._id)
      await linkSlack(at.desk, handle, await createHandleCode(at.desk, user, 'slack'))
    }
    expect(seen.size).toBe(4)
    expect((await slackUser(at.desk, handle, 'ada'))._id).toBe(user._id)
  })

  test('is up to the person or an admin, and the audit log tells what it was', async () => {
    const { handle, user } = await fromSlack()
    const [other, root] = [await at.somebody('moderator'), await at.somebody('admin')]
    const request = { id: user._id, kind: 'slack' as const }
    await expect(unlinkHandle(at.desk, other.user, request, origin)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect((await root.api.call('DELETE', `/api/users/${user._id}/slack`)).status).toBe(204)
    expect((await root.api.call('DELETE', `/api/users/${user._id}/slack`)).status).toBe(204)
    const log = await root.api.get<{ entries: object[] }>(`/api/audit?about=${user._id}`)
    expect(log.body.entries).toMatchObject([
      { changes: [{ field: 'slack', from: `slack:T1:${handle.user}`, to: null }] },
    ])
  })
})

describe('a code for Slack', () => {
  test('brings a handle that the desk does not know', async () => {
    const { user } = await at.somebody('user')
    const handle = handleOf()
    await linkSlack(at.desk, handle, await createHandleCode(at.desk, user, 'slack'))
    expect((await slackUser(at.desk, handle, 'x'))._id).toBe(user._id)
  })

  test('works once, and not on Discord', async () => {
    const { user } = await at.somebody('user')
    const code = await createHandleCode(at.desk, user, 'slack')
    await expect(linkDiscord(at.desk, '200000000000000009', code)).rejects.toThrow('wrong or expired')
    await linkSlack(at.desk, handleOf(), code)
    await expect(linkSlack(at.desk, handleOf(), code)).rejects.toThrow('wrong or expired')
  })

  test('does not take a handle from a whole account, and stays good', async () => {
    const { handle } = await fromSlack()
    const { user } = await at.somebody('user')
    const code = await createHandleCode(at.desk, user, 'slack')
    await expect(linkSlack(at.desk, handle, code)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await linkSlack(at.desk, handleOf(), code)).toMatchObject({ _id: user._id })
  })

  test('can’t be guessed for long', async () => {
    const handle = handleOf()
    const tries = Array.from({ length: 11 }, () => linkSlack(at.desk, handle, 'AAAAAAAAAA'))
    const kinds = (await Promise.allSettled(tries)).map((one) => one.status === 'rejected' && one.reason.kind)
    expect(kinds).toContain('too-many')
  })
})

test('Discord unlinked: nobody acts from there until a code links it again', async () => {
  const discord = '200000000000000010'
  const { user, api } = await at.somebody('moderator', { discord })
  expect((await api.call('DELETE', '/api/me/discord')).status).toBe(204)
  expect(await at.desk.users.findByDiscord(discord)).toBeNull()
  await linkDiscord(at.desk, discord, await createHandleCode(at.desk, user, 'discord'))
  expect((await at.desk.users.findByDiscord(discord))?._id).toBe(user._id)
})
