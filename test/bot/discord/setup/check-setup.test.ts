import { REST } from 'discord.js'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { expect, onTestFinished, test } from 'vitest'
import { checkSetup } from '../../../../bot/discord/setup/check-setup.ts'
import { permissions } from '../../../../bot/discord/setup/permissions.ts'
import { startDiscord } from '../../../../local/discord/start-discord.ts'
import { place } from '../desk-with-discord.ts'

const every = permissions.reduce((bits, { flag }) => bits | flag, 0n)

async function started(options: { messageContentAllowed?: boolean } = {}) {
  const discord = await startDiscord({ ...place, applicationId: '100000000000000003', ...options })
  onTestFinished(() => discord.close())
  const check = (changes: Partial<typeof place> = {}) => {
    const { token, ...where } = { ...place, ...changes }
    return checkSetup(new REST({ api: discord.apiUrl, retries: 0 }).setToken(token), where)
  }
  return { discord, check }
}

test('a bot that may do everything', async () => {
  const { check } = await started()
  expect(await check()).toMatchObject({ name: 'deskbridge', findings: [] })
})

test('what an admin gets wrong first', async () => {
  const { check } = await started({ messageContentAllowed: false })
  const texts = async (changes: Partial<typeof place>) =>
    (await check(changes)).findings.map(({ text }) => text)
  expect(await texts({})).toEqual(['the bot may not read messages'])
  expect(await texts({ token: 'wrong' })).toEqual(['Discord rejects the token'])
  expect(await texts({ guildId: '100000000000000009' })).toEqual([
    'the bot is not in the server DISCORD_GUILD_ID',
  ])
  expect(await texts({ channelId: '100000000000000009' })).toEqual([
    'the bot sees no channel DISCORD_CHANNEL_ID',
  ])
})

test('a permission that the bot’s role lacks', async () => {
  const { discord, check } = await started()
  discord.setPolicy({ botPermissions: every & ~PermissionFlagsBits.ManageThreads })
  const { findings, invite } = await check()
  expect(findings.map(({ text }) => text)).toEqual([
    'in the desk’s channel the bot lacks Manage Threads (renaming threads, and opening those that somebody has locked)',
  ])
  expect(invite).toContain('client_id=100000000000000003')
})

test('an outage is no finding', async () => {
  const { discord, check } = await started()
  discord.failNext({ path: /users\/@me$/, method: 'GET', status: 503 })
  await expect(check()).rejects.toThrow()
})
