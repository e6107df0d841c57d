import { expect, onTestFinished, test } from 'vitest'
import { checkSetup } from '../../../../bot/slack/setup/check-setup.ts'
import type { SlackOptions } from '../../../../local/slack/slack-options.ts'
import { secrets, silent, slackWithAda } from '../../../local/slack/fixture.ts'

async function checked(tokens: Partial<typeof secrets> = {}, options: Partial<SlackOptions> = {}) {
  const slack = await slackWithAda(options)
  onTestFinished(() => slack.close())
  const client = { slackApiUrl: slack.url, retryConfig: { retries: 0 }, logger: silent }
  return checkSetup({ ...secrets, ...tokens }, client)
}

test('an app with the present manifest', async () => {
  expect(await checked()).toEqual({ name: 'deskbridge in Deskbridge test', findings: [] })
})

test.each([
  ['a wrong bot token', { botToken: 'xoxb-old' }, /Set SLACK_BOT_TOKEN to the bot token \(xoxb-…\)/],
  ['a wrong app token', { appToken: 'xapp-old' }, /Set SLACK_APP_TOKEN to an app-level token/],
  ['the bot token in place of the app token', { appToken: 'xoxb-bot' }, /SLACK_APP_TOKEN.*connections:write/],
])('%s is named with its variable', async (_, tokens, remedy) => {
  const { findings } = await checked(tokens)
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({ level: 'problem', remedy: expect.stringMatching(remedy) })
})

test.each([
  [['commands', 'chat:write', 'im:write', 'users:read'], 'advice'],
  [['commands', 'im:write', 'users:read'], 'problem'],
] as const)('of an older manifest with the scopes %j, the missing ones are %s', async (scopes, level) => {
  const { findings } = await checked({}, { scopes: [...scopes] })
  expect(findings).toMatchObject([{ level, remedy: expect.stringMatching(/Add the scopes .*files:read/) }])
})

test('an outage is no finding', async () => {
  const slack = await slackWithAda()
  onTestFinished(() => slack.close())
  slack.failNext({ method: 'auth.test', status: 503 })
  const client = { slackApiUrl: slack.url, retryConfig: { retries: 0 }, logger: silent }
  await expect(checkSetup(secrets, client)).rejects.toThrow()
})
