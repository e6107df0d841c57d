import { PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { permissions } from '../../../../bot/discord/setup/permissions.ts'
import { deskWithDiscord } from '../desk-with-discord.ts'

const every = permissions.reduce((bits, { flag }) => bits | flag, 0n)

test.each([
  [
    'without a permission that it needs, the service is down',
    PermissionFlagsBits.CreatePublicThreads,
    'down',
  ],
  ['without one for a part of its work, it is up', PermissionFlagsBits.ManageThreads, 'up'],
] as const)('%s, and says which', async (_, flag, state) => {
  const { discord, bot, restart } = await deskWithDiscord()
  const name = permissions.find((permission) => permission.flag === flag)?.name
  await restart(() => discord.setPolicy({ botPermissions: every & ~flag }), { waitUntilUp: false })
  await discord.waitFor(() => bot().state().detail.includes(`lacks ${name}`), { what: 'the finding' })
  expect(bot().state().state).toBe(state)
  expect(bot().state().detail).toContain('in the channel’s settings, under Permissions')
})
