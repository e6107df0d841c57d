import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isRefusal } from '../../../../core/errors.ts'
import { idFromKey, newId } from '../../../../core/ids.ts'
import { claim } from '../../../../core/tickets/actions/claim.ts'
import { perform } from '../../../../core/tickets/actions/perform.ts'
import { changeTicket } from '../../../../core/tickets/change-ticket.ts'
import { openTicket } from '../../../../core/tickets/open-ticket.ts'
import { type Actor, personOf } from '../../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess } from '../../../support/desk-in-process.ts'
import { ann, idLike, max } from '../../../support/ticket-fixture.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
beforeEach(() => {
  at.relayed.length = 0
})
afterAll(() => at.close())

const input = { title: 'Printer on fire', description: 'Flames.', urgency: 'normal' as const }
const file = async (key = newId()) => openTicket(at.desk, ann, { key, source: 'api', input })
const note = { by: personOf(max), surface: 'api' as const, action: 'noted' as const }
const oneMore = () => ({ set: {}, history: [note], effects: [] })

describe('filing', () => {
  test('gives a number, an id by its intake, and tells the relay', async () => {
    const { ticket, created } = await file('slack:T1:V1')
    expect(created).toBe(true)
    expect(ticket).toMatchObject({
      _id: idFromKey('slack:T1:V1'),
      number: expect.any(Number),
      status: 'open',
    })
    expect(ticket.outbox.map(({ queue, kind }) => `${queue} ${kind}`)).toEqual([
      'triage triage',
      'slack card',
      'slackModerators card',
      'discord card',
    ])
    expect(at.relayed).toEqual([{ owner: 'tickets', document: ticket._id }])
  })

  test('the same intake four times at once is one ticket, told once', async () => {
    const filed = await Promise.all(Array.from({ length: 4 }, () => file('slack:T1:V2')))
    expect(new Set(filed.map(({ ticket }) => ticket.number)).size).toBe(1)
    expect(at.relayed).toHaveLength(1)
  })
})

describe('a change', () => {
  test('is decided on the ticket as it is, written, and told', async () => {
    const { ticket } = await file()
    at.relayed.length = 0
    const changed = await changeTicket(at.desk, ticket._id, oneMore)
    expect(changed).toMatchObject({ version: 2 })
    expect(at.relayed).toEqual([{ owner: 'tickets', document: ticket._id }])
  })

  test('with nothing to do writes and tells nothing', async () => {
    const { ticket } = await file()
    at.relayed.length = 0
    expect(await changeTicket(at.desk, ticket._id, () => null)).toEqual(ticket)
    expect(at.relayed).toEqual([])
  })

  test('that is refused writes and tells nothing', async () => {
    const { ticket } = await file()
    at.relayed.length = 0
    await expect(
      perform(at.desk, ann, claim, { id: ticket._id, surface: 'api', input: {} }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await at.desk.tickets.find(ticket._id)).toEqual(ticket)
    expect(at.relayed).toEqual([])
  })

  test('of no ticket is not found', async () => {
    await expect(changeTicket(at.desk, idLike('9'), oneMore)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('that lost the race is decided anew on what the winner left', async () => {
    const { ticket } = await file()
    const racing = await Promise.all(
      Array.from({ length: 5 }, () => changeTicket(at.desk, ticket._id, oneMore)),
    )
    expect(racing.map(({ version }) => version).toSorted()).toEqual([2, 3, 4, 5, 6])
    expect((await at.desk.tickets.find(ticket._id))?.history).toHaveLength(6)
  })

  test('that never gets through says so after a bounded number of tries', async () => {
    const { ticket } = await file()
    let tries = 0
    const tickets = {
      ...at.desk.tickets,
      apply: async () => {
        tries++
        return null
      },
    }
    await expect(changeTicket({ ...at.desk, tickets }, ticket._id, oneMore)).rejects.toMatchObject({
      kind: 'conflict',
    })
    expect(tries).toBe(12)
  })
})

test('of 50 who claim at once one wins, and 49 are told who', async () => {
  const { ticket } = await file()
  const moderators: Actor[] = Array.from({ length: 50 }, (_, index) => ({
    _id: newId(),
    name: `Moderator ${index}`,
    role: index % 5 === 0 ? 'admin' : 'moderator',
  }))
  const claims = await Promise.allSettled(
    moderators.map((who) => perform(at.desk, who, claim, { id: ticket._id, surface: 'api', input: {} })),
  )
  const won = claims.flatMap((one) => (one.status === 'fulfilled' ? [one.value.assignee?.name] : []))
  const lost = claims.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(won).toHaveLength(1)
  expect(lost).toHaveLength(49)
  for (const refusal of lost) {
    expect(isRefusal(refusal) && refusal.kind).toBe('conflict')
    expect(refusal.message).toBe(`${won[0]} has already claimed #${ticket.number}.`)
  }
  const after = await at.desk.tickets.find(ticket._id)
  expect(after).toMatchObject({ status: 'in_progress', assignee: { name: won[0] }, version: 2 })
  expect(after?.history.map(({ action, by }) => [action, by?.name])).toEqual([
    ['opened', 'Ann Lee'],
    ['claimed', won[0]],
  ])
})
