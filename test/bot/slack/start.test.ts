import { pino } from 'pino'
import { expect, test } from 'vitest'
import { startSlackBot } from '../../../bot/slack/start.ts'
import type { Desk } from '../../../core/desk.ts'
import { secrets, slackWithAda } from '../../local/slack/fixture.ts'
import { waitFor } from '../../support/wait-for.ts'
import { emptyDatabase } from './database.ts'
import { deskWithSlack } from './desk-with-slack.ts'

const database = emptyDatabase()

test('Socket Mode comes back after the connection was cut, and says so meanwhile', async () => {
  const { slack, bot } = await deskWithSlack(database(), 'socket')
  await waitFor(() => bot.state().state === 'up', { what: 'up' })
  expect(bot.state().detail).toContain('Socket Mode')
  slack.failNext({ method: 'apps.connections.open', times: 2, refuse: true })
  slack.socket.cut()
  await waitFor(() => bot.state().state === 'down', { what: 'down' })
  expect(bot.state().detail).toMatch(/cannot reach Slack/)
  await waitFor(() => bot.state().state === 'up', { what: 'up again', timeoutMs: 15_000 })
  const ada = slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  expect((await ada.modal()).isOpen()).toBe(true)
})

test('starts without Slack, says so, connects when it is there, and stops', async () => {
  const first = await slackWithAda()
  const port = Number(new URL(first.url).port)
  await first.close()
  const log = pino({ level: 'silent' })
  const desk = { log, now: () => new Date() } as unknown as Desk
  const bot = await startSlackBot({
    botToken: secrets.botToken,
    appToken: secrets.appToken,
    apiUrl: first.url,
    appUrl: 'http://localhost:5000',
    desk,
    checkpoint: { load: async () => null, save: async () => {} },
    log,
  })
  await waitFor(() => bot.state().detail.includes('cannot reach Slack'), { what: 'down' })
  const slack = await slackWithAda({ port })
  await waitFor(() => bot.state().state === 'up', { what: 'up' })
  expect(bot.state().detail).toBe('deskbridge in Deskbridge test, over Socket Mode')
  await bot.stop()
  expect(bot.state()).toEqual({ state: 'down', detail: 'stopped' })
  await waitFor(() => slack.socket.connections() === 0, { what: 'no connection', timeoutMs: 1_000 })
  await slack.close()
})

test('a wrong token is named with its variable', async () => {
  const slack = await slackWithAda()
  const log = pino({ level: 'silent' })
  const bot = await startSlackBot({
    botToken: 'xoxb-wrong',
    signingSecret: secrets.signingSecret,
    apiUrl: slack.url,
    appUrl: 'http://localhost:5000',
    desk: { log, now: () => new Date() } as unknown as Desk,
    checkpoint: { load: async () => null, save: async () => {} },
    log,
  })
  await waitFor(() => bot.state().detail.includes('invalid_auth'), { what: 'down' })
  expect(bot.state()).toEqual({ state: 'down', detail: 'Slack answers invalid_auth: check SLACK_BOT_TOKEN' })
  await bot.stop()
  await slack.close()
})

test('a connection that Slack renews is replaced', async () => {
  const { slack, bot } = await deskWithSlack(database(), 'socket')
  slack.socket.disconnect('refresh_requested')
  await waitFor(() => bot.state().state === 'down', { what: 'down', everyMs: 1 })
  await waitFor(() => bot.state().state === 'up', { what: 'up again', timeoutMs: 3_000 })
})
