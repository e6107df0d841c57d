import { describe, expect, test } from 'vitest'
import { deskTags } from '../../../bot/discord/outbound/forum-tags.ts'
import { newId } from '../../../core/ids.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { reopen } from '../../../core/tickets/actions/reopen.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import { deskWithDiscord } from './desk-with-discord.ts'

async function inForum(more: { requiresTag?: boolean; tags?: string[] } = {}) {
  const tags = (more.tags ?? []).map((name, index) => ({
    ...{ id: String(900 + index), name, moderated: false },
    ...{ emoji_id: null, emoji_name: null },
  }))
  const with_ = await deskWithDiscord({ forum: { tags, requiresTag: more.requiresTag ?? false } })
  const eva = await with_.somebody('Eva', 'user')
  const max = await with_.somebody('Max', 'moderator')
  return { ...with_, eva, max }
}

/** A ticket with its post. */
async function filed(world: Awaited<ReturnType<typeof inForum>>) {
  const { discord, desk } = world
  const { ticket, thread } = await world.fileTicket(world.eva.user)
  const post = () => {
    const found = discord.threads().find(({ id }) => id === thread)
    if (!found) throw new Error('The post is gone')
    return found
  }
  const tagged = (...tags: string[]) =>
    discord.waitFor(() => String(post().tags) === String(tags), { what: `the tags ${tags}` })
  const now = () => desk.tickets.find(ticket._id)
  return { ticket, thread, post, tagged, now }
}

const filing = { title: 'Printer on fire', description: 'It smokes.', urgency: 'normal' as const }

describe('in a forum channel, a ticket is a post', () => {
  test('from claim to close: its card is the first message, its tags follow, and it is archived and opened again', async () => {
    const world = await inForum()
    const { discord, max } = world
    const { thread, post, tagged, now } = await filed(world)
    expect((await now())?.surfaces.discord).toEqual({ headline: thread, thread, card: thread })
    expect(post()).toMatchObject({ parentId: discord.channelId, archived: false })
    expect(post().messages[0]).toMatchObject({ id: thread, embeds: [{ title: '#1 Printer on fire' }] })
    expect(post().messages[0]?.content).toMatch(/^It smokes\.\n-# Messages in this thread are internal\./)
    await tagged('Open')
    const where = { channel: thread }
    await max.person.clickButton({ ...where, label: 'Claim' })
    await tagged('In progress')
    await max.person.command('ticket priority', { level: 'urgent' }, where)
    await tagged('In progress', 'Urgent')
    expect(post().messages[0]?.embeds[0]?.fields).toContainEqual(expect.objectContaining({ value: 'Urgent' }))
    expect(post().messages[0]?.content).toMatch(/^It smokes\./)
    await max.person.command('reply', { text: 'On my way' }, where)
    await max.person.clickButton({ ...where, label: 'Resolve' })
    await max.person.submitModal({ resolution: 'Put it out.' })
    await tagged('Resolved', 'Urgent')
    expect(post().archived).toBe(false)
    await max.person.command('ticket close', {}, where)
    await discord.waitFor(() => post().archived, { what: 'the post to be archived' })
    expect(post().tags).toEqual(['Closed', 'Urgent'])
    expect(await now()).toMatchObject({ status: 'closed' })
    expect(discord.threads()).toHaveLength(1)
    expect(discord.calls.filter(({ status }) => status >= 400)).toEqual([])
  })

  test('is opened again when its ticket is reopened', async () => {
    const world = await inForum()
    const { discord, desk, max } = world
    const { ticket, thread, post, tagged } = await filed(world)
    await max.person.command('ticket resolve', { how: 'Done.' }, { channel: thread })
    await tagged('Resolved')
    discord.changeThread(thread, { archived: true })
    await perform(desk, max.user, reopen, { id: ticket._id, surface: 'web', input: {} })
    await tagged('In progress')
    expect(post().archived).toBe(false)
  })

  test('makes the tags that the forum lacks, and keeps the others', async () => {
    const world = await inForum({ tags: ['Bug', 'urgent'] })
    const { tagged } = await filed(world)
    await tagged('Open')
    const made = world.discord.calls.find(
      ({ method, path }) => method === 'PATCH' && path.endsWith(world.discord.channelId),
    )
    const body = made?.body as { available_tags: { name: string }[] } | undefined
    const names = body?.available_tags.map(({ name }) => name)
    expect(names).toEqual(['Bug', 'urgent', ...deskTags.filter((name) => name !== 'Urgent')])
  })

  test('uses what there is where the bot may make no tags, and the log says what is missing', async () => {
    const world = await inForum({ tags: ['In progress'] })
    world.discord.setPolicy({ refusesChannelChanges: true })
    const { thread, post, tagged } = await filed(world)
    expect(post().tags).toEqual([])
    await world.max.person.clickButton({ channel: thread, label: 'Claim' })
    await tagged('In progress')
    const warnings = world.log.filter((line) => line.includes('the forum lacks tags'))
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('"Waiting"')
    expect(warnings[0]).not.toContain('"In progress"')
  })

  test('gives a post any tag where one is required and none fits', async () => {
    const world = await inForum({ tags: ['Bug', 'Idea'], requiresTag: true })
    world.discord.setPolicy({ refusesChannelChanges: true })
    const { post } = await filed(world)
    expect(post().tags).toEqual(['Bug'])
  })

  test('waits, and says why, where a tag is required and there is none', async () => {
    const world = await inForum({ requiresTag: true })
    const { discord, desk, eva } = world
    discord.setPolicy({ refusesChannelChanges: true })
    await openTicket(desk, eva.user, { key: newId(), source: 'slack', input: filing })
    await discord.waitFor(
      () => world.log.some((line) => line.includes('the forum requires a tag and has none')),
      {
        what: 'the log',
      },
    )
    expect(discord.calls.find(({ code }) => code === 40_067)).toMatchObject({ method: 'POST', status: 400 })
    expect(discord.threads()).toEqual([])
  })

  test('is posted once, though the answer was lost', async () => {
    const world = await inForum()
    world.discord.loseAnswer({ method: 'POST', path: /\/channels\/\d+\/threads$/ })
    const { thread } = await filed(world)
    expect(world.discord.threads().map(({ id }) => id)).toEqual([thread])
  })

  test('keeps tags given by hand, and gets its card again when that was deleted', async () => {
    const world = await inForum({ tags: ['VIP'] })
    const { discord, max } = world
    const { thread, post, tagged, now } = await filed(world)
    await tagged('Open')
    discord.deleteMessage(thread)
    await max.person.command('ticket claim', {}, { channel: thread })
    const card = await discord.waitFor(
      async () => {
        const { card } = (await now())?.surfaces.discord ?? {}
        return card === thread ? undefined : card
      },
      { what: 'a new card' },
    )
    expect(post().messages.some(({ id }) => id === card)).toBe(true)
    await max.person.clickButton({ channel: thread, label: 'Release' })
    await tagged('Open')
    expect(discord.threads()).toHaveLength(1)
  })

  test('is posted anew when somebody has deleted it', async () => {
    const world = await inForum()
    const { discord, desk, max } = world
    const { ticket, thread } = await filed(world)
    discord.deleteThread(thread)
    await perform(desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
    const post = await discord.waitFor(() => discord.threads()[0], { what: 'another post' })
    expect(post.id).not.toBe(thread)
    expect(post.messages[0]?.embeds[0]?.title).toBe('#1 Printer on fire')
  })
})

describe('the local forum', () => {
  test('takes no messages, and no post without a message or with an unknown tag', async () => {
    const { discord } = await inForum()
    const post = (path: string, body: object) =>
      fetch(`${discord.apiUrl}/v10/channels/${discord.channelId}/${path}`, {
        method: 'POST',
        headers: { authorization: 'Bot local.token.secret', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then(async (answer) => ((await answer.json()) as { code: number }).code)
    expect(await post('messages', { content: 'x' })).toBe(50_008)
    expect(await post('threads', { name: 'x' })).toBe(50_035)
    expect(await post('threads', { name: 'x', message: { content: 'x' }, applied_tags: ['1'] })).toBe(50_035)
    expect(await post('threads', { name: 'x', message: {} })).toBe(50_006)
  })
})
