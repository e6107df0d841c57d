import { type Client, Events, Routes, type TextChannel } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Discord } from '../../../local/discord/start-discord.ts'
import { ADA, logIn, startSmallDiscord } from './desk-client.ts'

let discord: Discord
let client: Client<true>
let channel: TextChannel

beforeEach(async () => {
  discord = await startSmallDiscord()
  client = await logIn(discord)
  const found = await client.channels.fetch(discord.channelId)
  if (!found?.isTextBased() || !('threads' in found)) throw new Error('The desk has no text channel')
  channel = found as TextChannel
})

afterEach(async () => {
  await client.destroy()
  await discord.close()
})

async function openThread() {
  const card = await channel.send('card of #42')
  return { card, thread: await card.startThread({ name: '#42 Printer on fire' }) }
}

test("a message's thread has its id, and there is only one", async () => {
  const { card, thread } = await openThread()
  expect(thread.id).toBe(card.id)
  await expect(
    client.rest.post(Routes.threads(channel.id, card.id), { body: { name: 'again' } }),
  ).rejects.toMatchObject({ code: 160004 })
  expect(discord.transcript()).toBe('deskbridge: card of #42\n  thread: #42 Printer on fire')
  expect(discord.threads()).toMatchObject([{ id: card.id, name: '#42 Printer on fire', text: '' }])
})

test('a thread begins with a system message, which the transcript leaves out', async () => {
  const { thread } = await openThread()
  await thread.send('summary')
  const history = await thread.messages.fetch({ cache: false })
  expect(history.map((message) => [message.system, message.content])).toEqual([
    [false, 'summary'],
    [true, ''],
  ])
  expect(discord.threads()[0]?.text).toBe('deskbridge: summary')
})

test('a thread without a message leaves a notice in the channel', async () => {
  const thread = await channel.threads.create({ name: 'loose' })
  expect(discord.messages(channel.id)).toMatchObject([{ type: 18, content: 'loose' }])
  expect((await channel.threads.fetchActive()).threads.has(thread.id)).toBe(true)
})

test('a message unarchives a thread, but not a locked one', async () => {
  const { thread } = await openThread()
  const heard: string[] = []
  client.on(Events.MessageCreate, (message) => heard.push(message.content))
  await thread.setArchived(true)
  discord.as(ADA).write({ channel: thread.id, content: 'still broken' })
  await discord.waitFor(() => heard.includes('still broken'), { what: 'the message in the woken thread' })
  expect(discord.threads()[0]).toMatchObject({ archived: false, memberIds: [discord.botId, ADA] })
  await thread.setLocked(true)
  await thread.setArchived(true)
  await expect(thread.send('more')).rejects.toMatchObject({ code: 50083 })
})

test('a thread archived before the client came is announced when it is unarchived', async () => {
  const { thread } = await openThread()
  await thread.setArchived(true)
  const later = await logIn(discord)
  const heard: string[] = []
  later.on(Events.MessageCreate, (message) => heard.push(message.content))
  discord.as(ADA).write({ channel: thread.id, content: 'hello again' })
  await discord.waitFor(() => heard.includes('hello again'), { what: 'the message' })
  await later.destroy()
})

test('in an archived thread nothing is edited or marked', async () => {
  const { thread } = await openThread()
  const message = await thread.send('note')
  await thread.setArchived(true)
  await expect(message.edit('changed')).rejects.toMatchObject({ code: 50083 })
  await expect(message.react('✅')).rejects.toMatchObject({ code: 50083 })
})

test('the third new name within ten minutes is rate limited for minutes', async () => {
  const { thread } = await openThread()
  const rename = (name: string) =>
    fetch(`${discord.apiUrl}/v10/channels/${thread.id}`, {
      method: 'PATCH',
      headers: { authorization: 'Bot local.token.secret', 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    })
  expect((await rename('one')).status).toBe(200)
  expect((await rename('two')).status).toBe(200)
  const third = await rename('three')
  expect(third.status).toBe(429)
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(590)
  expect(discord.threads()[0]).toMatchObject({
    name: 'two',
    text: "* deskbridge changed the thread's name: one\n* deskbridge changed the thread's name: two",
  })
})

test('people are added to a thread', async () => {
  const { thread } = await openThread()
  await thread.members.add(ADA)
  expect(discord.threads()[0]).toMatchObject({
    memberIds: [discord.botId, ADA],
    text: '* deskbridge added Ada to the thread',
  })
})

test('in a locked thread only moderators write', async () => {
  const { thread } = await openThread()
  await thread.setLocked(true)
  expect(() => discord.as(ADA).write({ channel: thread.id, content: 'but' })).toThrow(/locked/)
  await thread.send('closed for good')
  expect(discord.threads()[0]?.text).toBe('deskbridge: closed for good')
})
