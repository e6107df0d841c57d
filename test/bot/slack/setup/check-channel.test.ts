import { WebClient } from '@slack/web-api'
import { expect, onTestFinished, test } from 'vitest'
import { channelFindings, findingsIn } from '../../../../bot/slack/setup/check-channel.ts'
import { secrets, silent, slackWithAda } from '../../../local/slack/fixture.ts'

async function workspace(options: Parameters<typeof slackWithAda>[0] = {}) {
  const slack = await slackWithAda(options)
  onTestFinished(() => slack.close())
  const client = new WebClient(secrets.botToken, {
    ...{ slackApiUrl: slack.url, retryConfig: { retries: 0 }, logger: silent },
  })
  const found = async (id?: string) =>
    (await channelFindings(client, id)).map(({ level, text }) => `${level}: ${text}`)
  return { slack, found }
}

const moderators = { id: 'C0MODS', name: 'moderators', members: ['U1'] }

test('no channel, or a private one that the app is in, needs nothing', async () => {
  const { slack, found } = await workspace()
  slack.addChannel({ ...moderators, isPrivate: true })
  expect(await found()).toEqual([])
  expect(await found('C0MODS')).toEqual([])
})

test('a private channel that the app is not in looks like none', async () => {
  const { slack, found } = await workspace()
  slack.addChannel({ ...moderators, isPrivate: true, withBot: false })
  expect(await found('C0MODS')).toEqual([expect.stringMatching(/^problem: the app sees no channel/)])
  expect(await found('C0TYPO')).toEqual([expect.stringMatching(/^problem: the app sees no channel/)])
})

test('a public channel is advised against, and the app has to be in it', async () => {
  const { slack, found } = await workspace()
  slack.addChannel({ ...moderators, withBot: false })
  expect(await found('C0MODS')).toEqual([
    'problem: the app is not in the moderators’ channel',
    expect.stringMatching(/^advice: everybody in the workspace can read the moderators’ channel/),
  ])
})

test('an app without the scopes is told so, and an outage is no finding', async () => {
  const { slack, found } = await workspace({ scopes: ['chat:write'] })
  expect(await found('C0MODS')).toEqual([expect.stringMatching(/^advice: .*\(missing_scope\)/)])
  slack.failNext({ method: 'conversations.info', status: 503 })
  await expect(found('C0MODS')).rejects.toThrow()
})

test.each([
  [{ is_archived: true, is_private: true }, ['problem']],
  [{ is_member: true, is_private: true, is_ext_shared: true }, ['advice']],
  [{}, []],
])('%j', (channel, levels) => {
  expect(findingsIn(channel).map(({ level }) => level)).toEqual(levels)
})
