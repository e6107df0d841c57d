import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../../core/ids.ts'
import { listTickets } from '../../../../core/search/list-tickets.ts'
import { claim } from '../../../../core/tickets/actions/claim.ts'
import { perform } from '../../../../core/tickets/actions/perform.ts'
import { openTicket } from '../../../../core/tickets/open-ticket.ts'
import { readTicket } from '../../../../core/tickets/read-tickets.ts'
import { changeProfile } from '../../../../core/users/change-profile.ts'
import {
  followSlackName,
  identifySlackUser,
  requestProfileCheck,
  slackUser,
} from '../../../../core/users/handles/slack-user.ts'
import type { User } from '../../../../core/users/user.ts'
import { anyEntry } from '../../../support/any-entry.ts'
import { decisionOf } from '../../../support/decisions.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

let people = 0
/** A person on Slack whom no other test knows. */
const handleOf = () => ({ team: 'T1', user: `U${++people}` })
const fileAs = async (user: User, title = 'Printer on fire') =>
  (
    await openTicket(at.desk, user, {
      key: `slack:T1:${newId()}`,
      source: 'slack',
      input: { title, description: 'Flames.', urgency: 'normal' },
    })
  ).ticket
const account = async (email: string, more: Partial<User> = {}) =>
  (await at.desk.users.insert({ _id: newId(), email, name: 'Ann Lee', ...more }, at.desk.now())).user
const owedTo = async (id: string) =>
  ((await at.desk.users.find(id))?.outbox ?? [])
    .map(anyEntry)
    .map(({ queue, kind, topic }) => topic ?? `${queue} ${kind}`)

describe('somebody new on Slack', () => {
  test('is an account at once, whose address is to be asked for', async () => {
    const user = await slackUser(at.desk, handleOf(), 'Ada')
    expect(user).toMatchObject({ name: 'Ada', email: null, role: 'user', emailVerified: false })
    expect(await owedTo(user._id)).toEqual(['slack identify'])
    expect(at.relayed).toContainEqual({ owner: 'users', document: user._id })
  })

  test('is one account however often they come, also at once', async () => {
    const handle = handleOf()
    const found = await Promise.all(Array.from({ length: 10 }, () => slackUser(at.desk, handle, 'Ada')))
    expect(new Set(found.map(({ _id }) => _id)).size).toBe(1)
    expect(await at.database.users.countDocuments({ 'slack.user': handle.user })).toBe(1)
  })

  test('is another person in another workspace', async () => {
    const handle = handleOf()
    const here = await slackUser(at.desk, handle, 'Ada')
    const there = await slackUser(at.desk, { ...handle, team: 'T2' }, 'Ada')
    expect(there._id).not.toBe(here._id)
  })

  test('two of them without an address do not clash', async () => {
    const [one, two] = [await slackUser(at.desk, handleOf(), 'A'), await slackUser(at.desk, handleOf(), 'B')]
    expect(one._id).not.toBe(two._id)
  })
})

describe('once Slack says who they are', () => {
  test('they have their address, confirmed, and a mail about their account', async () => {
    const user = await slackUser(at.desk, handleOf(), 'ada')
    await identifySlackUser(at.desk, user._id, { email: 'Ada@Example.com', name: 'Ada Byron' })
    expect(await at.desk.users.findByEmail('ada@example.com')).toMatchObject({
      _id: user._id,
      email: 'Ada@Example.com',
      emailVerified: true,
      name: 'Ada Byron',
    })
    // searches follow the address
    expect(await owedTo(user._id)).toEqual(['slack identify', 'account-created', 'maintenance rename'])
  })

  test('again changes nothing', async () => {
    const user = await slackUser(at.desk, handleOf(), 'Eve')
    await identifySlackUser(at.desk, user._id, { email: 'eve@example.com', name: 'Eve' })
    const before = await at.desk.users.find(user._id)
    await identifySlackUser(at.desk, user._id, { email: 'other@example.com', name: 'Other' })
    expect(await at.desk.users.find(user._id)).toEqual(before)
  })
})

describe('a name on Slack', () => {
  const named = async (id: string) => (await at.desk.users.find(id))?.name

  test('replaces the handle, also without a confirmed address, and on tickets from before', async () => {
    const user = await slackUser(at.desk, handleOf(), 'ada.b')
    const ticket = await fileAs(user)
    await followSlackName(at.desk, user._id, 'Ada Byron')
    expect(await named(user._id)).toBe('Ada Byron')
    expect((await at.desk.tickets.find(ticket._id))?.requester.name).toBe('Ada Byron')
  })

  test('is followed when it changes, and lists are sorted anew', async () => {
    const user = await slackUser(at.desk, handleOf(), 'grace')
    await identifySlackUser(at.desk, user._id, { email: 'grace@example.com', name: 'Grace Murray' })
    await followSlackName(at.desk, user._id, 'Grace Hopper')
    expect(await named(user._id)).toBe('Grace Hopper')
    expect(await owedTo(user._id)).toContain('maintenance rename')
  })

  test('does not replace one that they chose on the desk', async () => {
    const user = await slackUser(at.desk, handleOf(), 'kay')
    await identifySlackUser(at.desk, user._id, { email: 'kay@example.com', name: 'Kay Mc' })
    await changeProfile(at.desk, user, { name: 'Kathleen' })
    await followSlackName(at.desk, user._id, 'Kay McNulty')
    expect(await named(user._id)).toBe('Kathleen')
  })

  test('does not replace that of an account that did not begin on Slack', async () => {
    const known = await account('invited@example.com', { slack: handleOf() })
    await followSlackName(at.desk, known._id, 'inv')
    expect(await named(known._id)).toBe('Ann Lee')
  })

  test('is looked at again when they file, but not each time', async () => {
    const user = await slackUser(at.desk, handleOf(), 'joan')
    await requestProfileCheck(at.desk, user)
    expect(await owedTo(user._id)).toEqual(['slack identify'])
    const earlier = new Date(at.desk.now().getTime() - 60_000)
    await requestProfileCheck(at.desk, { ...user, slackCheckedAt: earlier })
    expect(await owedTo(user._id)).toEqual(['slack identify', 'slack identify'])
  })
})

describe('who has an account with that address already', () => {
  test('keeps it, with handle and tickets; the new one goes', async () => {
    const handle = handleOf()
    const known = await account('known@example.com', { emailVerified: true, role: 'moderator' })
    const fresh = await slackUser(at.desk, handle, 'known')
    const ticket = await fileAs(fresh)
    await identifySlackUser(at.desk, fresh._id, { email: 'Known@example.com', name: 'Known' })
    expect(await at.desk.users.find(fresh._id)).toMatchObject({ active: false, merged: { into: known._id } })
    expect(await slackUser(at.desk, handle, 'known')).toMatchObject({
      _id: known._id,
      role: 'moderator',
      name: 'Ann Lee',
    })
    expect(await owedTo(known._id)).toEqual([])
    const moved = await readTicket(at.desk, { ...known, role: 'user' }, ticket._id)
    expect(moved.requester).toEqual({ id: known._id, name: 'Ann Lee' })
    expect(moved.audience).toEqual([known._id, 'moderators', 'admins'])
    const { tickets: mine } = await listTickets(at.desk, known, { view: 'mine', limit: 10 })
    expect(mine.map(({ _id }) => _id)).toEqual([ticket._id])
  })

  test('gets claimed tickets too, and nobody else’s', async () => {
    const [max, other] = [
      await account('max@example.com', { role: 'moderator' }),
      await account('o@example.com'),
    ]
    const known = await account('busy@example.com', { emailVerified: true })
    const fresh = await slackUser(at.desk, handleOf(), 'busy')
    const [claimed, theirs] = [await fileAs(fresh), await fileAs(other)]
    await perform(at.desk, max, claim, { id: claimed._id, surface: 'discord', input: {} })
    await identifySlackUser(at.desk, fresh._id, { email: 'busy@example.com', name: 'Busy' })
    expect((await at.desk.tickets.find(claimed._id))?.audience).toEqual([known._id, max._id, 'admins'])
    expect(await at.desk.tickets.find(theirs._id)).toEqual(theirs)
  })

  test('has it confirmed by Slack: sign-ups by others become void', async () => {
    const pending = { id: 'p1', name: 'Thief', at: at.desk.now() }
    const known = await account('victim@example.com', { pending: [pending] })
    const fresh = await slackUser(at.desk, handleOf(), 'Victim')
    await identifySlackUser(at.desk, fresh._id, { email: 'victim@example.com', name: 'Victim' })
    expect(await at.desk.users.find(known._id)).toMatchObject({
      emailVerified: true,
      pending: [],
      passwordHash: null,
    })
    expect(await owedTo(known._id)).toEqual(['account-created'])
  })

  test('goes by the name that Slack gives, where only an unconfirmed sign-up has named them', async () => {
    const named = async (email: string, emailVerified: boolean) => {
      const known = await account(email, { name: 'Thief', emailVerified })
      const fresh = await slackUser(at.desk, handleOf(), 'victim')
      await identifySlackUser(at.desk, fresh._id, { email, name: 'Vic Tim' })
      return (await at.desk.users.find(known._id))?.name
    }
    expect(await named('unconfirmed@example.com', false)).toBe('Vic Tim')
    expect(await named('confirmed@example.com', true)).toBe('Thief')
  })

  test.each([
    ['a new profile', 'new', 'Kim Lee', 'Kim Lee'],
    ['a changed profile', 'changed', 'Kim\n\u202eLee', 'Kim Lee'],
    ['a profile of somebody who was signed up', 'signed up', 'Kim\r\nLee\u2066', 'Kim Lee'],
    ['an empty profile of somebody who was signed up', 'signed up', ' \u200b', 'kim'],
    ['an empty profile', 'changed', '\n', 'kim'],
    ['an endless profile', 'changed', 'K'.repeat(500), 'K'.repeat(80)],
  ])('%s gives a name of one line', async (_, way, shown, expected) => {
    const email = `kim.${newId()}@example.com`
    const signedUp =
      way === 'signed up' ? await account(email, { name: 'Thief', emailVerified: false }) : null
    const fresh = await slackUser(at.desk, handleOf(), 'kim')
    if (way === 'changed') await followSlackName(at.desk, fresh._id, shown)
    else await identifySlackUser(at.desk, fresh._id, { email, name: shown })
    expect((await at.desk.users.find((signedUp ?? fresh)._id))?.name).toBe(expected)
  })
})

test('a change that was decided before the move can not undo it', async () => {
  const known = await account('race@example.com', { emailVerified: true })
  const max = await account('race-max@example.com', { role: 'moderator' })
  const fresh = await slackUser(at.desk, handleOf(), 'race')
  const before = await fileAs(fresh)
  await identifySlackUser(at.desk, fresh._id, { email: 'race@example.com', name: 'Race' })
  const change = decisionOf(claim, { actor: max, surface: 'api', now: at.desk.now(), input: {} })(before)
  if (!change) throw new Error('The claim found nothing to do.')
  await at.desk.tickets.apply(before, change, at.desk.now())
  expect((await at.desk.tickets.find(before._id))?.audience).toContain(known._id)
})
