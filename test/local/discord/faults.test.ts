import { type Client, type ClientOptions, RateLimitError } from 'discord.js'
import { afterEach, expect, test } from 'vitest'
import type { Discord } from '../../../local/discord/start-discord.ts'
import { logIn, startSmallDiscord } from './desk-client.ts'

let discord: Discord
let client: Client<true>

afterEach(async () => {
  await client.destroy()
  await discord.close()
})

async function openChannel(rest: Partial<ClientOptions['rest']> = {}) {
  discord = await startSmallDiscord()
  client = await logIn(discord, { rest: { ...rest } })
  const channel = await client.channels.fetch(discord.channelId)
  if (!channel?.isSendable()) throw new Error('The channel cannot be written to')
  return channel
}

const posts = () => discord.calls.filter((call) => call.method === 'POST')

test('discord.js waits out a 429 and sends once', async () => {
  const channel = await openChannel()
  discord.failNext({ method: 'POST', path: /messages$/, retryAfter: 0.4 })
  await channel.send('patient')
  const [refused, sent] = posts()
  expect([refused?.status, sent?.status]).toEqual([429, 200])
  expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(400)
  expect(discord.transcript()).toBe('deskbridge: patient')
})

test('rejectOnRateLimit throws with the time to wait in milliseconds', async () => {
  const channel = await openChannel({ rejectOnRateLimit: () => true })
  discord.failNext({ method: 'POST', path: /messages$/, retryAfter: 2 })
  const error = await channel.send('impatient').catch((problem: unknown) => problem)
  expect(error).toBeInstanceOf(RateLimitError)
  expect(error).toMatchObject({ retryAfter: 2050, global: false })
  expect(posts()).toHaveLength(1)
})

test('a global 429 says so', async () => {
  const channel = await openChannel({ rejectOnRateLimit: () => true })
  discord.failNext({ path: /messages$/, global: true })
  await expect(channel.send('x')).rejects.toMatchObject({ global: true, scope: 'global' })
})

test('calls before the time is over are refused again and do not use up the order', async () => {
  await openChannel()
  const fault = discord.failNext({ path: /users/, retryAfter: 0.3 })
  const ask = async () => {
    const answer = await fetch(`${discord.apiUrl}/v10/users/@me`, {
      headers: { authorization: 'Bot local.token.secret' },
    })
    return answer.status
  }
  expect([await ask(), await ask()]).toEqual([429, 429])
  await new Promise((resolve) => setTimeout(resolve, 350))
  expect(await ask()).toBe(200)
  expect(fault.hits()).toBe(2)
})

test('a 502 is tried four times, and then reported', async () => {
  const channel = await openChannel()
  const fault = discord.failNext({ method: 'POST', path: /messages$/, status: 502, times: 10 })
  await expect(channel.send('x')).rejects.toMatchObject({ name: 'HTTPError', status: 502 })
  expect(fault.hits()).toBe(4)
  fault.remove()
  await channel.send('better')
  expect(discord.transcript()).toBe('deskbridge: better')
})

test('an answer can be slow', async () => {
  const channel = await openChannel()
  discord.delayNext({ method: 'POST', path: /messages$/, ms: 200 })
  const before = Date.now()
  await channel.send('slow')
  expect(Date.now() - before).toBeGreaterThanOrEqual(195)
})

test('waiting in vain says what was awaited and what Discord shows', async () => {
  const channel = await openChannel()
  await channel.send('something else')
  const waiting = discord.waitFor(() => false, { timeoutMs: 50, what: 'the card' })
  await expect(waiting).rejects.toThrow(/the card did not happen in 50 ms[\s\S]*deskbridge: something else/)
})
