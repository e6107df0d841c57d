import { Routes } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { openRecords } from '../../../local/records.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ADA, BOB, logIn, startSmallDiscord } from './desk-client.ts'

const channelId = '100000000000000002'

async function start(file: string) {
  const records = openRecords(file)
  const discord = await startSmallDiscord({ records })
  const stop = async () => {
    await discord.close()
    records.close()
  }
  return { discord, stop }
}

test('channels, threads, messages, reactions, commands and nonces are there after a restart', async () => {
  const file = `${await temporaryFolder()}/records.db`
  const before = await start(file)
  const { rest, destroy } = await client(before.discord)
  const card = await rest.post<{ id: string }>(Routes.channelMessages(channelId), {
    body: { content: 'Ticket #1', nonce: 'card-1', enforce_nonce: true },
  })
  await rest.post(Routes.threads(channelId, card.id), { body: { name: '#1 Printer' } })
  await rest.put(Routes.threadMembers(card.id, BOB))
  await rest.put(Routes.applicationGuildCommands('100000000000000003', '100000000000000001'), {
    body: [{ name: 'duty', description: 'Go on or off duty' }],
  })
  const ada = before.discord.as(ADA)
  const said = ada.write({ channel: card.id, content: 'Looking' })
  ada.react(card.id, '👀')
  ada.erase(ada.write({ channel: card.id, content: 'oops' }).id)
  ada.edit(said.id, 'Looking into it')
  const look = { person: ADA, open: card.id, limit: 100 }
  const shown = before.discord.screen(look)
  await destroy()
  await before.stop()

  const after = await start(file)
  onTestFinished(after.stop)
  expect(after.discord.screen(look)).toEqual({ ...shown, isConnected: false })
  expect(after.discord.transcript()).toContain('reactions: 👀 1')
  const again = await client(after.discord)
  onTestFinished(again.destroy)
  await expect(
    again.rest.post(Routes.channelMessages(channelId), {
      body: { content: 'Ticket #1', nonce: 'card-1', enforce_nonce: true },
    }),
  ).resolves.toMatchObject({ id: card.id })
})

async function client(discord: Awaited<ReturnType<typeof start>>['discord']) {
  const bot = await logIn(discord)
  const { rest } = bot
  return {
    rest: {
      post: <T>(...args: Parameters<typeof rest.post>) => rest.post(...args) as Promise<T>,
      put: (...args: Parameters<typeof rest.put>) => rest.put(...args),
    },
    destroy: () => bot.destroy(),
  }
}
