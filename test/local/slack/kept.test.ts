import { setTimeout as sleep } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import { expect, onTestFinished, test } from 'vitest'
import { openRecords } from '../../../local/records.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { silent, slackWithAda, startBolt } from './fixture.ts'

/** The same workspace, started again on its records. */
async function start(file: string) {
  const records = openRecords(file)
  const slack = await slackWithAda({ records })
  const stop = async () => {
    await slack.close()
    records.close()
  }
  const web = new WebClient(slack.botToken, { slackApiUrl: slack.url, logger: silent })
  return { slack, web, stop }
}

const look = { person: 'U1', open: 'DU1', thread: null, limit: 100 }

test('messages, threads, reactions and the Home tab are there after a restart, and ids go on', async () => {
  const file = `${await temporaryFolder()}/records.db`
  const before = await start(file)
  const { ts = '' } = await before.web.chat.postMessage({ channel: 'U1', text: 'Filed as #1' })
  await before.web.views.publish({ user_id: 'U1', view: { type: 'home', blocks: [{ type: 'divider' }] } })
  const ada = before.slack.as('U1')
  ada.reply({ threadTs: ts, text: 'It smokes' })
  const typo = ada.reply({ threadTs: ts, text: 'tpyo' })
  ada.edit({ ts: typo.ts, text: 'typo' })
  ada.remove({ ts: ada.reply({ text: 'oops' }).ts })
  ada.addReaction({ ts, name: 'eyes' })
  const shown = before.slack.screen(look)
  await before.stop()

  const after = await start(file)
  onTestFinished(after.stop)
  expect(after.slack.screen(look)).toEqual({ ...shown, isConnected: false })
  expect(after.slack.transcript('U1')).toMatch(/Filed as #1 :eyes:\n.*It smokes\n.*typo \(edited\)/)
  const { view } = await after.web.views.publish({ user_id: 'U1', view: { type: 'home', blocks: [] } })
  expect(view?.id).not.toBe(shown.home?.id)
  await expect(after.web.chat.update({ channel: 'DU1', ts, text: 'Resolved' })).resolves.toMatchObject({
    ok: true,
  })
})

test('events that the app did not get before a stop are delivered after the start', async () => {
  const file = `${await temporaryFolder()}/records.db`
  const before = await start(file)
  before.slack.as('U1').reply({ text: 'Is anybody there?' })
  await sleep(20)
  await before.stop()

  const after = await start(file)
  onTestFinished(after.stop)
  const heard: string[] = []
  after.slack.goOn()
  const bolt = await startBolt(after.slack, 'socket', (app) => {
    app.message(async ({ message }) => void heard.push('text' in message ? String(message.text) : ''))
  })
  onTestFinished(bolt.stop)
  await after.slack.waitFor(() => heard.length > 0)
  expect(heard).toEqual(['Is anybody there?'])
})
