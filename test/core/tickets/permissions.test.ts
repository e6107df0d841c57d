import { describe, expect, test } from 'vitest'
import { type PermissionName, permissions } from '../../../core/tickets/actions/permission-names.ts'
import { assertMay, audienceKeysOf, audienceOf, may, seeTicket } from '../../../core/tickets/permissions.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { type Actor, personOf } from '../../../core/users/user.ts'
import {
  ann,
  assignedTo,
  bob,
  claimedBy,
  max,
  mia,
  resolvedBy,
  root,
  ticketOf,
} from '../../support/ticket-fixture.ts'

type Name = PermissionName | 'see'
const permissionOf = (name: Name) => (name === 'see' ? seeTicket : permissions[name])

const actions: Name[] = [
  'see',
  'edit',
  'classify',
  'claim',
  'release',
  'resolve',
  'comment',
  'note',
  'delete',
  'watch',
  'share',
  'link',
]

describe('who may do what', () => {
  const everything = actions.join(' ')
  const theirs = 'see edit classify claim release resolve comment note watch share link'
  const watched = { watchers: [personOf(bob), personOf(mia)] }
  const moderatorFiled = { requester: personOf(max) }
  const cases: [string, Actor, Partial<Ticket>, string][] = [
    ['its requester, while open', ann, {}, 'see edit resolve comment'],
    ['its requester, once claimed', ann, claimedBy(max), 'see edit resolve comment'],
    [
      'its requester, while it waits for them',
      ann,
      { ...claimedBy(max), status: 'waiting' },
      'see edit resolve comment',
    ],
    ['its requester, once resolved', ann, resolvedBy(max), 'see resolve comment'],
    ['another user, while open', bob, {}, ''],
    ['another user, once claimed', bob, claimedBy(max), ''],
    ['an assignee who lost the role', bob, claimedBy(bob), 'see comment'],
    ['a moderator, while open', max, {}, 'see classify claim resolve comment note watch link'],
    [
      'a moderator, assigned to another',
      max,
      assignedTo(mia),
      'see classify claim resolve comment note watch link',
    ],
    ['a moderator, assigned to them', max, assignedTo(max), theirs],
    ['a moderator who has it', max, claimedBy(max), theirs],
    ['a moderator whose ticket waits', max, { ...claimedBy(max), status: 'waiting' }, theirs],
    ['a moderator who resolved it', max, resolvedBy(max), theirs],
    ['a moderator, claimed by another', max, claimedBy(mia), ''],
    ['a moderator, waiting at another', max, { ...claimedBy(mia), status: 'waiting' }, ''],
    ['a moderator, resolved by another', max, resolvedBy(mia), ''],
    ['a moderator, closed', max, { ...resolvedBy(mia), status: 'closed' }, ''],
    [
      'a moderator who filed it',
      max,
      moderatorFiled,
      'see edit classify claim resolve comment note watch link',
    ],
    [
      'a moderator who filed it, claimed by another',
      max,
      { ...moderatorFiled, ...claimedBy(mia) },
      'see edit claim resolve comment note watch',
    ],
    ['a user who watches', bob, { ...claimedBy(max), ...watched }, 'see comment'],
    ['a moderator who watches', mia, { ...claimedBy(max), ...watched }, 'see claim comment note watch'],
    ['who watched, deleted', mia, { ...watched, deleted: true }, ''],
    ['an admin, while open', root, {}, everything],
    ['an admin, claimed by another', root, claimedBy(max), everything],
    ['an admin, closed', root, { ...resolvedBy(max), status: 'closed' }, everything],
    ['its requester, deleted', ann, { deleted: true }, ''],
    ['its assignee, deleted', max, { ...claimedBy(max), deleted: true }, ''],
    ['an admin, deleted', root, { deleted: true }, ''],
  ]
  test.each(cases)('%s', (_name, actor, more, allowed) => {
    const ticket = ticketOf(more)
    expect(actions.filter((action) => may(actor, permissionOf(action), ticket)).join(' ')).toBe(allowed)
  })
})

describe('what a refusal says', () => {
  test.each<[Actor, Name, Partial<Ticket>, string, string]>([
    [bob, 'see', {}, 'not-found', 'There is no such ticket.'],
    [bob, 'delete', {}, 'not-found', 'There is no such ticket.'],
    [max, 'claim', claimedBy(mia), 'not-found', 'There is no such ticket.'],
    [ann, 'claim', {}, 'forbidden', 'You may not claim this ticket.'],
    [ann, 'note', {}, 'forbidden', 'You may not write internal notes on this ticket.'],
    [max, 'edit', {}, 'forbidden', 'You may not edit this ticket.'],
    [max, 'delete', claimedBy(max), 'forbidden', 'You may not delete this ticket.'],
  ])('$name asks to %s', (actor, action, more, kind, message) => {
    expect(() => assertMay(actor, permissionOf(action), ticketOf(more))).toThrow(
      expect.objectContaining({ kind, message }),
    )
  })

  test('is none for what is allowed', () => {
    expect(assertMay(ann, permissions.resolve, ticketOf())).toBeUndefined()
  })
})

describe('the audience that is stored with a ticket', () => {
  const [a, m] = [ann._id, max._id]
  test.each<[string, Partial<Ticket>, string[]]>([
    ['open', {}, [a, 'moderators', 'admins']],
    ['assigned', assignedTo(max), [a, m, 'moderators', 'admins']],
    ['claimed', claimedBy(max), [a, m, 'admins']],
    ['resolved', resolvedBy(max), [a, m, 'admins']],
    ['watched', { ...claimedBy(max), watchers: [mia, ann].map(personOf) }, [a, m, mia._id, 'admins']],
    ['resolved by its requester', { status: 'resolved' }, [a, 'admins']],
    ['filed by who does it', { requester: personOf(max), ...claimedBy(max) }, [m, 'admins']],
    ['deleted', { deleted: true }, []],
  ])('%s', (_name, more, audience) => {
    expect(audienceOf(ticketOf(more))).toEqual(audience)
  })

  test.each<[Actor, string[]]>([
    [ann, [ann._id]],
    [max, [max._id, 'moderators']],
    [root, ['admins']],
  ])('$role holds the keys to their part', (actor, keys) => {
    expect(audienceKeysOf(actor)).toEqual(keys)
  })
})
