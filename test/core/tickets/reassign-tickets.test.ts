import { expect, test } from 'vitest'
import { replacePerson } from '../../../core/tickets/reassign-tickets.ts'
import { personOf } from '../../../core/users/user.ts'
import { ann, bob, claimedBy, max, mia, resolvedBy, ticketOf } from '../../support/ticket-fixture.ts'

const to = personOf(mia)

test('whoever they were on the ticket, the other one is', () => {
  expect(replacePerson(ticketOf(claimedBy(max)), max._id, to)).toMatchObject({
    requester: personOf(ann),
    assignee: to,
  })
  expect(replacePerson(ticketOf(), ann._id, to)).toMatchObject({
    requester: to,
    assignee: null,
    resolution: null,
  })
  expect(replacePerson(ticketOf(resolvedBy(max)), max._id, to).resolution?.by).toEqual(to)
})

test('who watches twice then, watches once', () => {
  const watchers = [personOf(bob), personOf(max), to]
  expect(replacePerson(ticketOf({ watchers }), max._id, to).watchers).toEqual([personOf(bob), to])
})

test('who watches on their own account does so still, though the other one did because of a duplicate', () => {
  const watchers = [{ ...personOf(max), because: 'duplicate' as const }, to]
  expect(replacePerson(ticketOf({ watchers }), max._id, to)).toMatchObject({ watchers: [to] })
})

test('of nobody on the ticket it changes nothing', () => {
  const ticket = ticketOf({ ...resolvedBy(max), watchers: [personOf(bob)] })
  expect(ticket).toMatchObject(replacePerson(ticket, mia._id, personOf(bob)))
})
