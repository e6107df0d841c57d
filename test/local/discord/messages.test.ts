import { type Client, MessageFlags, Routes, type SendableChannels } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Discord } from '../../../local/discord/start-discord.ts'
import { ADA, BOB, logIn, startSmallDiscord } from './desk-client.ts'

let discord: Discord
let client: Client<true>
let channel: SendableChannels

beforeEach(async () => {
  discord = await startSmallDiscord()
  client = await logIn(discord)
  const found = await client.channels.fetch(discord.channelId)
  if (!found?.isSendable()) throw new Error('The channel cannot be written to')
  channel = found
})

afterEach(async () => {
  await client.destroy()
  await discord.close()
})

test('a repeated nonce finds the first message; without enforcing it, or later, there are two', async () => {
  const first = await channel.send({ content: 'card', nonce: 'ticket-42-card', enforceNonce: true })
  const again = await channel.send({ content: 'card', nonce: 'ticket-42-card', enforceNonce: true })
  expect(again.id).toBe(first.id)
  await channel.send({ content: 'card', nonce: 'ticket-42-card' })
  expect(discord.messages(discord.channelId)).toHaveLength(2)
  discord.forgetNonces()
  await channel.send({ content: 'card', nonce: 'ticket-42-card', enforceNonce: true })
  expect(discord.messages(discord.channelId)).toHaveLength(3)
})

test('a lost answer is sent again by discord.js: once with a nonce, twice without', async () => {
  discord.loseAnswer({ method: 'POST', path: /messages$/, times: 2 })
  await channel.send({ content: 'guarded', nonce: 'n1', enforceNonce: true })
  expect(discord.transcript()).toBe('deskbridge: guarded')
  discord.loseAnswer({ method: 'POST', path: /messages$/ })
  await channel.send({ content: 'unguarded' })
  expect(discord.transcript()).toBe('deskbridge: guarded\ndeskbridge: unguarded\ndeskbridge: unguarded')
})

test('a reply refers to its message; to a missing one it is refused', async () => {
  const { id } = discord.as(ADA).write({ channel: discord.channelId, content: 'is it on?' })
  const reply = await channel.send({ content: 'yes', reply: { messageReference: id } })
  expect(reply.reference?.messageId).toBe(id)
  expect(discord.transcript()).toBe('Ada: is it on?\ndeskbridge (to "is it on?"): yes')
  const toNothing = { messageReference: '999999999999999999' }
  await expect(channel.send({ content: 'yes', reply: toNothing })).rejects.toMatchObject({ code: 50035 })
  const anyway = await channel.send({ content: 'yes', reply: { ...toNothing, failIfNotExists: false } })
  expect(anyway.reference).toBe(null)
})

test('mentions follow allowed_mentions', async () => {
  await channel.send({ content: `<@${ADA}> and <@${BOB}> @everyone`, allowedMentions: { users: [ADA] } })
  const [message] = discord.messages(discord.channelId)
  expect(message?.mentions.map((user) => user.id)).toEqual([ADA])
  expect(message?.mention_everyone).toBe(false)
})

test('history is read newest first, after, before and around an id', async () => {
  const ids = Array.from(
    { length: 5 },
    (_, n) => discord.as(ADA).write({ channel: discord.channelId, content: `m${n}` }).id,
  )
  const read = async (query: string) => {
    const path = `${Routes.channelMessages(discord.channelId)}?${query}` as const
    const found = (await client.rest.get(path)) as { content: string }[]
    return found.map((message) => message.content)
  }
  expect(await read('limit=2')).toEqual(['m4', 'm3'])
  expect(await read(`after=${ids[0]}&limit=2`)).toEqual(['m2', 'm1'])
  expect(await read(`before=${ids[2]}`)).toEqual(['m1', 'm0'])
  expect(await read(`around=${ids[2]}&limit=3`)).toEqual(['m3', 'm2', 'm1'])
  await expect(read('limit=101')).rejects.toMatchObject({ code: 50035 })
})

test('what is edited and deleted is so for people and for the bot', async () => {
  const message = await channel.send('first')
  await message.edit('second')
  expect(discord.transcript()).toBe('deskbridge: second')
  expect((await channel.messages.fetch({ message: message.id, force: true })).content).toBe('second')
  await message.delete()
  expect(discord.transcript()).toBe('')
  await expect(channel.messages.fetch({ message: message.id, force: true })).rejects.toMatchObject({
    code: 10008,
  })
})

test("another's message cannot be edited", async () => {
  const { id } = discord.as(ADA).write({ channel: discord.channelId, content: 'mine' })
  const path = Routes.channelMessage(discord.channelId, id)
  await expect(client.rest.patch(path, { body: { content: 'yours' } })).rejects.toMatchObject({ code: 50005 })
})

test('reactions are added once and shown; a word is no emoji', async () => {
  const message = await channel.send('sent')
  await message.react('✅')
  await message.react('✅')
  discord.as(ADA).react(message.id, '✅')
  expect(discord.transcript()).toBe('deskbridge: sent\n  reactions: ✅ 2')
  await expect(message.react('ok')).rejects.toMatchObject({ code: 10014 })
})

test('a person may refuse direct messages', async () => {
  await (await client.users.fetch(ADA)).send('hello')
  expect(discord.as(ADA).dm()).toBe('deskbridge: hello')
  const bob = await client.users.fetch(BOB)
  await expect(bob.send('hello')).rejects.toMatchObject({ code: 50007, status: 403 })
  discord.setAcceptsDms(BOB, true)
  await bob.send('hello')
  expect(discord.as(BOB).dm()).toBe('deskbridge: hello')
})

test('a file is an attachment of its message', async () => {
  await channel.send({ content: 'log', files: [{ attachment: Buffer.from('boom'), name: 'error.log' }] })
  expect(discord.messages(discord.channelId)[0]?.attachments[0]).toMatchObject({
    filename: 'error.log',
    size: 4,
  })
  expect(discord.transcript()).toBe('deskbridge: log\n  (file error.log)')
})

test('a card of Components V2 reads like one', async () => {
  const card = {
    flags: MessageFlags.IsComponentsV2 as const,
    components: [
      {
        type: 17,
        components: [
          { type: 10, content: '## #42 Printer on fire' },
          { type: 14 },
          { type: 1, components: [{ type: 2, style: 1, label: 'Claim', custom_id: 'claim' }] },
        ],
      },
    ],
  }
  await channel.send(card)
  expect(discord.transcript()).toBe('deskbridge: | ## #42 Printer on fire\n  | ---\n  | [Claim]')
  await expect(channel.send({ ...card, content: 'and text' })).rejects.toMatchObject({
    code: 50035,
    rawError: {
      errors: { content: { _errors: [{ code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2' }] } },
    },
  })
})

test('unknown routes are refused and recorded, a wrong token is 401', async () => {
  await expect(client.rest.get('/channels/1/nothing')).rejects.toMatchObject({ status: 404 })
  expect(discord.calls.filter((call) => call.unknownRoute).map((call) => call.path)).toEqual([
    '/channels/1/nothing',
  ])
  const answer = await fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } })
  expect(answer.status).toBe(401)
})

test('files are kept, behind signed addresses; each has at most 10 MB', async () => {
  const sent = await channel.send({ files: [{ attachment: Buffer.from('boom'), name: 'the log.txt' }] })
  const file = (await channel.messages.fetch({ message: sent.id, force: true })).attachments.first()
  expect(file?.name).toBe('the_log.txt')
  const answer = await fetch(file?.url ?? '')
  expect(await answer.text()).toBe('boom')
  const unsigned = await fetch((file?.url ?? '').replace(/hm=\w+/, 'hm=0'))
  expect(unsigned.status).toBe(404)
  const large = { attachment: Buffer.alloc(10 * 1_024 * 1_024 + 1), name: 'large.bin' }
  await expect(channel.send({ files: [large] })).rejects.toMatchObject({ code: 40005, status: 413 })
  const many = Array.from({ length: 11 }, (_, index) => ({
    attachment: Buffer.from('x'),
    name: `${index}.txt`,
  }))
  await expect(channel.send({ files: many })).rejects.toMatchObject({ code: 50035 })
})
