import { type APIOverwrite, type APIRole, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import {
  everyoneInChannel,
  permissionsInChannel,
} from '../../../../bot/discord/setup/permissions-in-channel.ts'

const { ViewChannel: view, SendMessages: send, Administrator: administrator } = PermissionFlagsBits
const role = (id: string, bits: bigint) => ({ id, permissions: String(bits) }) as APIRole
const guild = (...roles: APIRole[]) => ({ id: 'guild', owner_id: 'owner', roles })
const over = (id: string, allow: bigint, deny: bigint, type = OverwriteType.Role): APIOverwrite => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
})
const plain = guild(role('guild', view), role('bots', send), role('others', 0n))

test.each<[string, ReturnType<typeof guild>, APIOverwrite[], bigint]>([
  ['roles add up', plain, [], view | send],
  ['the channel denies everyone', plain, [over('guild', 0n, view)], send],
  ['… and allows the role', plain, [over('guild', 0n, view), over('bots', view, 0n)], view | send],
  [
    'a role outweighs everyone, in whatever order',
    plain,
    [over('bots', view, 0n), over('guild', 0n, view)],
    view | send,
  ],
  [
    'the member outweighs the role',
    plain,
    [over('bots', 0n, send), over('bot', send, 0n, OverwriteType.Member)],
    view | send,
  ],
  ['… also against it', plain, [over('bots', send, 0n), over('bot', 0n, send, OverwriteType.Member)], view],
  ['what is said of another role means nothing', plain, [over('others', administrator, view)], view | send],
  [
    'an administrator may do everything',
    guild(role('guild', administrator)),
    [over('bot', 0n, view, OverwriteType.Member)],
    ~0n,
  ],
])('%s', (_, of, overwrites, expected) => {
  expect(permissionsInChannel(of, overwrites, 'bot', { roles: ['bots'] })).toBe(expected)
})

test('of two roles of the member, the one that allows counts', () => {
  const overwrites = [over('bots', view, 0n), over('others', 0n, view)]
  expect(permissionsInChannel(plain, overwrites, 'bot', { roles: ['bots', 'others'] })).toBe(view | send)
})

test('the owner of the server may do everything', () => {
  expect(permissionsInChannel(plain, [over('guild', 0n, view)], 'owner', { roles: [] })).toBe(~0n)
})

test('everyone has no role but @everyone', () => {
  expect(everyoneInChannel(plain, [])).toBe(view)
  expect(everyoneInChannel(plain, [over('guild', 0n, view), over('bots', view, 0n)])).toBe(0n)
})
