import { execFile } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { startDiscord } from '../../../local/discord/start-discord.ts'
import { startGemini } from '../../../local/gemini/gemini.ts'
import { secrets, slackWithAda } from '../../local/slack/fixture.ts'

/** Runs it as `npm run doctor` does. */
const doctor = (environment: Record<string, string> = {}) =>
  new Promise<{ said: string; code: number }>((resolve) => {
    const env = { PATH: process.env.PATH ?? '', ...environment }
    const child = execFile(process.execPath, ['start/doctor/doctor.ts'], { env }, (_, stdout) =>
      resolve({ said: stdout, code: child.exitCode ?? -1 }),
    )
  })

const place = { guildId: '100000000000000001', channelId: '100000000000000002' }

async function platforms() {
  const slack = await slackWithAda()
  const discord = await startDiscord({ ...place, token: 'a.b.c', applicationId: '100000000000000003' })
  const gemini = await startGemini()
  onTestFinished(async () => void (await Promise.all([slack.close(), discord.close(), gemini.close()])))
  const environment = {
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_APP_TOKEN: secrets.appToken,
    SLACK_API_URL: slack.url,
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_GUILD_ID: place.guildId,
    DISCORD_CHANNEL_ID: place.channelId,
    DISCORD_API_URL: discord.apiUrl,
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
  }
  return { discord, environment }
}

test('on a desk with nothing configured, nothing is wrong', async () => {
  const { said, code } = await doctor()
  expect(said.match(/^ {2}./gm)).toEqual(['  ✓', ...Array.from({ length: 7 }, () => '  -')])
  expect(code).toBe(0)
})

test('with everything in order, it says what each service is', async () => {
  const { environment } = await platforms()
  const { said, code } = await doctor(environment)
  expect(said).toContain('✓ slack         deskbridge in Deskbridge test, over Socket Mode')
  expect(said).toContain('✓ discord       signed in as deskbridge')
  expect(said).toMatch(/✓ gemini +gemini-/)
  expect(code).toBe(0)
})

test('each thing that is wrong stands there with its remedy, and the address to invite the bot with', async () => {
  const { discord, environment } = await platforms()
  discord.setPolicy({ botPermissions: 0n })
  const { said, code } = await doctor({
    ...environment,
    SLACK_BOT_TOKEN: 'xoxb-old',
    GEMINI_API_KEY: 'old',
    MONGODB_URI: 'mongodb://127.0.0.1:9/desk?serverSelectionTimeoutMS=500',
    MAILTRAP_SMTP_HOST: '127.0.0.1',
    MAILTRAP_SMTP_PORT: '9',
    INBOUND_MAIL_ADDRESS: 'support@example.com',
    IMAP_URL: 'imap://desk:pass-word-1@127.0.0.1:9/INBOX',
  })
  expect(said).toMatch(/✗ slack +Slack answers invalid_auth\n +Set SLACK_BOT_TOKEN to the bot token/)
  expect(said).toMatch(/✗ discord +signed in as deskbridge\n.*lacks Create Public Threads/)
  expect(said).toMatch(/Invite the bot: https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+/)
  expect(said).toMatch(/✗ gemini +rejects the key \(400\)/)
  expect(said).toMatch(/✗ database .*\n +Start it, or correct MONGODB_URI/)
  expect(said).toMatch(/✗ mail-in .*\n +Correct IMAP_URL/)
  expect(said).toMatch(/✗ mail .*\n +Correct the variables/)
  expect(code).toBe(1)
  for (const secret of ['xoxb-old', 'pass-word-1', secrets.appToken, 'a.b.c'])
    expect(said).not.toContain(secret)
})

test('a wrong configuration is reported without a stack', async () => {
  const { said, code } = await doctor({ SLACK_APP_TOKEN: 'xapp-1' })
  expect(said).toMatch(/✗ configuration +Configuration: SLACK_BOT_TOKEN is missing/)
  expect(code).toBe(1)
})
