import { readFileSync } from 'node:fs'
import { ApplicationFlags, ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { findingsIn, type Setup } from '../../../../bot/discord/setup/findings.ts'
import { inviteAddress, permissions } from '../../../../bot/discord/setup/permissions.ts'

const every = permissions.reduce((bits, { flag }) => bits | flag, 0n)
const view = String(PermissionFlagsBits.ViewChannel)
const hidden = { id: 'guild', type: OverwriteType.Role, allow: '0', deny: view }
const shownToBot = { id: 'bots', type: OverwriteType.Role, allow: view, deny: '0' }

const role = (id: string, bits: bigint, mentionable = false) =>
  ({ id, permissions: String(bits), mentionable }) as Setup['guild']['roles'][number]

const complete = (changes: Partial<Setup> = {}, granted = every): Setup => ({
  bot: { id: 'bot', flags: ApplicationFlags.GatewayMessageContentLimited, mayAddCommands: true },
  guild: {
    id: 'guild',
    owner_id: 'owner',
    roles: [role('guild', PermissionFlagsBits.ViewChannel), role('bots', granted)],
  },
  member: { roles: ['bots'] },
  channel: { type: ChannelType.GuildText, guild_id: 'guild', permission_overwrites: [hidden, shownToBot] },
  ...changes,
})

test('a complete set-up has nothing missing', () => {
  expect(findingsIn(complete())).toEqual([])
})

describe('each thing that is missing is named, with its remedy', () => {
  test.each<[string, Setup, 'problem' | 'advice', RegExp, RegExp]>([
    [
      'the intent',
      complete({ bot: { id: 'bot', flags: 0, mayAddCommands: true } }),
      'problem',
      /may not read messages/,
      /Message Content Intent/,
    ],
    [
      'a channel of another server',
      complete({
        channel: {
          type: ChannelType.GuildText,
          guild_id: 'other',
          permission_overwrites: [hidden, shownToBot],
        },
      }),
      'problem',
      /another server/,
      /DISCORD_CHANNEL_ID/,
    ],
    [
      'a voice channel',
      complete({
        channel: {
          type: ChannelType.GuildVoice,
          guild_id: 'guild',
          permission_overwrites: [hidden, shownToBot],
        },
      }),
      'problem',
      /not a text channel/,
      /DISCORD_CHANNEL_ID/,
    ],
    [
      'the commands',
      complete({ bot: { id: 'bot', flags: ApplicationFlags.GatewayMessageContent, mayAddCommands: false } }),
      'advice',
      /commands/,
      /applications\.commands/,
    ],
    [
      'a public channel',
      complete({ channel: { type: ChannelType.GuildText, guild_id: 'guild', permission_overwrites: [] } }),
      'advice',
      /every member of the server/,
      /private/,
    ],
    [
      'a role that is gone',
      complete({ onDutyRole: 'gone' }),
      'advice',
      /no role DISCORD_ON_DUTY_ROLE_ID/,
      /unset/,
    ],
  ])('%s', (_, setup, level, text, remedy) => {
    const [finding, ...more] = findingsIn(setup)
    expect(more).toEqual([])
    expect(finding?.level).toBe(level)
    expect(finding?.text).toMatch(text)
    expect(finding?.remedy).toMatch(remedy)
  })

  test.each(permissions.map((permission) => [permission.name, permission] as const))(
    '%s',
    (name, { flag, needed }) => {
      const setup = complete({}, every & ~flag)
      setup.channel.permission_overwrites = [
        hidden,
        { ...shownToBot, allow: flag === PermissionFlagsBits.ViewChannel ? '0' : view },
      ]
      const [finding] = findingsIn(setup)
      expect(finding?.level).toBe(needed ? 'problem' : 'advice')
      expect(finding?.text).toContain(`lacks ${name}`)
    },
  )
})

test('the role on duty is called if it can be mentioned', () => {
  const roles = (mentionable: boolean) => [
    role('guild', 0n),
    role('bots', every),
    role('duty', 0n, mentionable),
  ]
  const setup = (mentionable: boolean) =>
    complete({ onDutyRole: 'duty', guild: { id: 'guild', owner_id: 'owner', roles: roles(mentionable) } })
  expect(findingsIn(setup(true))).toEqual([])
  expect(findingsIn(setup(false))[0]?.remedy).toContain('@mention')
})

test('docs/discord.md invites the bot with these permissions and names each', () => {
  const docs = readFileSync('docs/discord.md', 'utf8')
  expect(docs).toContain(inviteAddress('APPLICATION_ID'))
  for (const { name } of permissions) expect(docs).toContain(name)
})
