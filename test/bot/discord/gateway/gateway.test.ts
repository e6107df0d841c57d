import { describe, expect, test } from 'vitest'
import { discordCommands } from '../../../../bot/discord/commands/commands.ts'
import { startDiscordBot } from '../../../../bot/discord/start.ts'
import type { Desk } from '../../../../core/desk.ts'
import { newId } from '../../../../core/ids.ts'
import { createLog } from '../../../../core/log.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { startDiscord } from '../../../../local/discord/start-discord.ts'
import { appUrl, deskWithDiscord, place } from '../desk-with-discord.ts'

/** A ticket that Max has, with a question of Eva's relayed into its thread. */
async function withQuestion(options: Parameters<typeof deskWithDiscord>[0] = {}) {
  const with_ = await deskWithDiscord(options)
  const eva = await with_.somebody('Eva', 'user')
  const max = await with_.somebody('Max', 'moderator')
  const { ticket, thread } = await with_.fileTicket(eva.user)
  const comment = await addComment(with_.desk, eva.user, {
    ticket: ticket._id,
    surface: 'slack',
    key: newId(),
    input: { body: 'Well?', visibility: 'public' },
  })
  const asked = await with_.discord.waitFor(
    async () => (await with_.desk.comments.find(comment._id))?.relayed.discord,
    { what: 'the relayed question' },
  )
  const answers = async () =>
    (await with_.desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 100 }))
      .filter(({ surface }) => surface === 'discord')
      .map(({ body }) => body)
  const marks = () =>
    with_.discord.messages(thread).flatMap(({ reactions = [] }) => reactions.map(({ emoji }) => emoji.name))
  return { ...with_, eva, max, ticket, thread, asked, answers, marks }
}

// discord.js waits for seconds before it connects again, so the concurrent tests of this file wait side by side
describe.concurrent('what was missed is read from history', () => {
  test('after a session that could not be resumed', async ({ onTestFinished }) => {
    const { discord, max, thread, asked, answers, marks } = await withQuestion({ onFinished: onTestFinished })
    max.person.write({ channel: thread, content: 'before', replyTo: asked })
    await discord.waitFor(() => marks().length === 1, { what: 'the first mark' })
    discord.dropGateway({ resumable: false })
    max.person.write({ channel: thread, content: 'meanwhile', replyTo: asked })
    max.person.write({ channel: thread, content: 'a remark' })
    await discord.waitFor(() => marks().length === 2, { what: 'the second mark', timeoutMs: 15_000 })
    max.person.write({ channel: thread, content: 'after', replyTo: asked })
    await discord.waitFor(() => marks().length === 3, { what: 'the third mark' })
    expect(await answers()).toEqual(['before', 'meanwhile', 'after'])
    expect(discord.gatewayHistory.filter((event) => event === 'identify')).toHaveLength(2)
  })

  test('after a restart, also from a thread that was closed meanwhile', async ({ onTestFinished }) => {
    const { discord, max, thread, asked, answers, marks, restart } = await withQuestion({
      onFinished: onTestFinished,
    })
    await restart(async () => {
      max.person.write({ channel: thread, content: 'while you were away', replyTo: asked })
      await fetch(`${discord.apiUrl}/v10/channels/${thread}`, {
        method: 'PATCH',
        headers: { authorization: `Bot ${place.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ archived: true }),
      })
      expect(discord.threads()[0]?.archived).toBe(true)
    })
    await discord.waitFor(() => marks().length === 1, { what: 'the mark' })
    await restart(() => {})
    max.person.write({ channel: thread, content: 'live again', replyTo: asked })
    await discord.waitFor(() => marks().length === 2, { what: 'the second mark' })
    expect(await answers()).toEqual(['while you were away', 'live again'])
    expect(marks()).toEqual(['✅', '✅'])
  })
})

describe.concurrent('what people did while the bot was away is followed', () => {
  test('edits and deletions in a thread, in their order, once', async ({ expect, onTestFinished }) => {
    const { discord, desk, ticket, max, thread, asked, marks, restart } = await withQuestion({
      onFinished: onTestFinished,
    })
    const [first, second, third] = ['one', 'two', 'three'].map((content) =>
      max.person.write({ channel: thread, content, replyTo: asked }),
    )
    await discord.waitFor(() => marks().length === 3, { what: 'the marks' })
    const comments = async () =>
      (await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 100 }))
        .filter(({ surface }) => surface === 'discord')
        .map(({ body, deleted, version = 1 }) => (deleted ? 'deleted' : `${body} v${version}`))
    await restart(() => {
      max.person.edit(first?.id ?? '', 'one, mended')
      max.person.erase(second?.id ?? '')
      max.person.write({ channel: thread, content: 'four', replyTo: asked })
    })
    const expected = ['one, mended v2', 'deleted', 'three v1', 'four v1']
    await expect.poll(comments).toEqual(expected)
    await restart(() => {})
    max.person.edit(third?.id ?? '', 'three, live')
    await expect.poll(comments).toEqual(expected.with(2, 'three, live v2'))
  })

  test('a bot that may not read the history deletes nothing', async ({ onTestFinished }) => {
    const { discord, max, thread, asked, answers, marks, restart } = await withQuestion({
      onFinished: onTestFinished,
    })
    max.person.write({ channel: thread, content: 'one', replyTo: asked })
    await discord.waitFor(() => marks().length === 1, { what: 'the mark' })
    const one = new RegExp(`/channels/${thread}/messages/\\d+$`)
    const fault = discord.failNext({
      method: 'GET',
      path: one,
      status: 403,
      code: 50_001,
      message: 'Missing Access',
    })
    await restart(() => {
      const messageId = discord.messages(thread).find(({ content }) => content === 'one')?.id ?? ''
      max.person.erase(messageId)
    })
    await discord.waitFor(() => fault.hits() === 1, { what: 'the question whether it is gone' })
    expect(await answers()).toEqual(['one'])
  })
})

describe.concurrent('what can’t be read', () => {
  test('holds up nothing else, shows as a degraded service, and is read once it can be', async ({
    onTestFinished,
  }) => {
    const { discord, bot, isUp, max, thread, asked, answers, marks, log } = await withQuestion({
      onFinished: onTestFinished,
    })
    const archived = /\/threads\/archived\/public$/
    const forbidden = { method: 'GET', path: archived, status: 403, code: 50_001, message: 'Missing Access' }
    const fault = discord.failNext({ ...forbidden, times: 2 })
    discord.dropGateway({ resumable: false })
    max.person.write({ channel: thread, content: 'meanwhile', replyTo: asked })
    await discord.waitFor(() => marks().length === 1, { what: 'the mark', timeoutMs: 15_000 })
    expect(await answers()).toEqual(['meanwhile'])
    expect(bot().state()).toEqual({
      state: 'down',
      detail:
        'connected, but cannot read the archived threads (Missing Access). Give the bot the permission Read Message History',
    })
    fault.remove()
    await isUp()
    expect(log.filter((line) => line.includes('could not be read yet')).join()).not.toContain('stack')
  }, 30_000)
})

describe.concurrent('a gateway that greets but never resumes', () => {
  test('gets a new session after a while, and what was missed is read', async ({ onTestFinished }) => {
    const { discord, max, thread, asked, answers, marks } = await withQuestion({
      resumeWithinMs: 500,
      onFinished: onTestFinished,
    })
    discord.setPolicy({ ignoresResume: true })
    discord.dropGateway({ resumable: true })
    await discord.waitFor(() => discord.gatewayHistory.includes('resume'), {
      what: 'RESUME',
      timeoutMs: 10_000,
    })
    max.person.write({ channel: thread, content: 'meanwhile', replyTo: asked })
    await discord.waitFor(() => marks().length === 1, { what: 'the mark', timeoutMs: 20_000 })
    expect(discord.gatewayHistory.filter((event) => event === 'identify')).toHaveLength(2)
    expect(await answers()).toEqual(['meanwhile'])
  }, 40_000)
})

test('a connected bot says so, and asks for nothing that Discord does not know', async () => {
  const { bot, discord } = await deskWithDiscord()
  expect(bot().state()).toEqual({ state: 'up', detail: 'connected as deskbridge' })
  expect(discord.commands().map(({ name }) => name)).toEqual(discordCommands.map(({ name }) => name))
  expect(discord.calls.filter(({ unknownRoute }) => unknownRoute)).toEqual([])
  await bot().stop()
  expect(bot().state()).toEqual({ state: 'down', detail: 'stopped' })
  expect(discord.isConnected()).toBe(false)
})

describe('a resumed session', () => {
  test('brings missed messages by itself', async () => {
    const { discord, max, thread, asked, answers, marks } = await withQuestion()
    discord.dropGateway({ resumable: true })
    max.person.write({ channel: thread, content: 'meanwhile', replyTo: asked })
    await discord.waitFor(() => marks().length === 1, { what: 'the mark', timeoutMs: 10_000 })
    expect(await answers()).toEqual(['meanwhile'])
    expect(discord.gatewayHistory).toContain('resume')
  })
})

describe('a database that fails', () => {
  const failing = { now: false }
  const change = (desk: Desk): Desk => ({
    ...desk,
    comments: {
      ...desk.comments,
      insert: (comment) =>
        failing.now ? Promise.reject(new Error('no database')) : desk.comments.insert(comment),
    },
  })

  test('is reported in the thread, and the message is not sent later behind its writer’s back', async () => {
    const { discord, max, thread, asked, answers, marks, restart } = await withQuestion({ change })
    failing.now = true
    max.person.write({ channel: thread, content: 'lost?', replyTo: asked })
    await discord.waitFor(
      () => discord.transcript(thread).includes('Not sent. Something went wrong on our side'),
      {
        what: 'the word that it was not sent',
      },
    )
    failing.now = false
    await restart(() => {
      max.person.write({ channel: thread, content: 'again', replyTo: asked })
    })
    await discord.waitFor(() => marks().includes('✅'), { what: 'the second answer' })
    expect(await answers()).toEqual(['again'])
    expect(marks()).toEqual(['❌', '✅'])
    expect(discord.transcript(thread).split('Not sent').length).toBe(2)
  })

  test('that fails once is tried again', async () => {
    let failures = 2
    const stumbling = (desk: Desk): Desk => ({
      ...desk,
      tickets: {
        ...desk.tickets,
        apply: (...change) =>
          failures-- > 0 ? Promise.reject(new Error('stumbled')) : desk.tickets.apply(...change),
      },
    })
    const { discord, max, thread, asked, answers, marks } = await withQuestion({ change: stumbling })
    max.person.write({ channel: thread, content: 'patience', replyTo: asked })
    await discord.waitFor(() => marks().length === 1, { what: 'the mark' })
    expect(marks()).toEqual(['✅'])
    expect(await answers()).toEqual(['patience'])
  })
})

describe('a Discord that fails', () => {
  /** The bot is up only while it can read what it missed. */
  const nothingToRead = { now: () => new Date(), tickets: { inChat: async () => [] } } as unknown as Desk

  const unreachable = (overrides: Partial<Parameters<typeof startDiscordBot>[0]>) =>
    startDiscordBot({
      ...place,
      appUrl,
      desk: nothingToRead,
      log: createLog('silent'),
      checkpoint: { load: async () => null, save: async () => {} },
      ...overrides,
    })

  test('keeps neither the desk from starting nor the process from ending', async () => {
    const bot = await unreachable({ apiUrl: 'http://127.0.0.1:9/api' })
    expect(bot.state().state).toBe('down')
    await expect.poll(() => bot.state().detail, { timeout: 5_000 }).toContain('cannot reach Discord')
    const before = Date.now()
    await bot.stop()
    expect(Date.now() - before).toBeLessThan(8_000)
  })

  test.concurrent('only delays the reaction that marks a sent answer', async ({ onTestFinished }) => {
    const { discord, max, thread, asked, answers, marks } = await withQuestion({ onFinished: onTestFinished })
    discord.failNext({ method: 'PUT', path: /reactions/, times: 4, status: 502 })
    max.person.write({ channel: thread, content: 'marked late', replyTo: asked })
    await discord.waitFor(() => marks().length === 1, { what: 'the mark', timeoutMs: 25_000 })
    expect(await answers()).toEqual(['marked late'])
  })

  test.concurrent.each(['reset', '503'] as const)(
    'refuses its gateway by %s: the bot goes on trying, and a stopped one stays stopped',
    { timeout: 60_000 },
    async (refuseBy) => {
      const discord = await startDiscord({ ...place, applicationId: '100000000000000003' })
      discord.dropGateway({ resumable: false, refuseReconnectsForMs: 2_500, refuseBy })
      const bot = await unreachable({ apiUrl: discord.apiUrl })
      await discord.waitFor(() => discord.gatewayHistory.includes('refused'), { what: 'a refusal' })
      expect(bot.state().state).toBe('down')
      await discord.waitFor(() => bot.state().state === 'up', { what: 'the bot', timeoutMs: 20_000 })
      await bot.stop()
      expect(discord.isConnected()).toBe(false)

      discord.dropGateway({ resumable: false, refuseReconnectsForMs: 2_500, refuseBy })
      const stopped = await unreachable({ apiUrl: discord.apiUrl })
      await new Promise((done) => setTimeout(done, 800))
      await stopped.stop()
      const connections = discord.gatewayHistory.length
      await new Promise((done) => setTimeout(done, 3_000))
      expect(discord.gatewayHistory).toHaveLength(connections)
      expect(discord.isConnected()).toBe(false)
      await discord.close()
    },
  )

  test('says what to do about a wrong token and a missing intent', async () => {
    const discord = await startDiscord({
      ...place,
      applicationId: '100000000000000003',
      messageContentAllowed: false,
    })
    const wrong = await unreachable({ apiUrl: discord.apiUrl, token: 'another.token' })
    await expect.poll(() => wrong.state().detail, { timeout: 5_000 }).toContain('Set DISCORD_TOKEN')
    await wrong.stop()
    const missing = await unreachable({ apiUrl: discord.apiUrl })
    await expect.poll(() => missing.state().detail, { timeout: 8_000 }).toContain('Message Content Intent')
    await missing.stop()
    await discord.close()
  })
})
