import { describe, expect, test } from 'vitest'
import type { Desk } from '../../../core/desk.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import { redrawCards } from '../../../core/tickets/change.ts'
import { changeTicket } from '../../../core/tickets/change-ticket.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import type { User } from '../../../core/users/user.ts'
import { type DeskWithDiscord, deskWithDiscord } from './desk-with-discord.ts'

const form = { Title: 'Printer on fire', 'What happened?': 'It **smokes**.' }

async function withPeople(change?: (desk: Desk) => Desk) {
  const with_ = await deskWithDiscord(change ? { change } : {})
  const eva = await with_.somebody('Eva', 'user')
  const max = await with_.somebody('Max', 'moderator')
  return { ...with_, eva, max }
}

type People = Awaited<ReturnType<typeof withPeople>>

const privateThread = ({ discord }: DeskWithDiscord, number: number) =>
  discord
    .threads()
    .find(
      ({ id, name }) => name.startsWith(`#${number} `) && discord.transcript(id).includes('Mark as solved'),
    )

/** Eva files a ticket. @returns it, its staff's thread, and her private one */
async function file(with_: People, values: Record<string, string> = form) {
  const { discord, desk, eva } = with_
  const opened = await eva.person.command('ticket new', {}, { channel: discord.channelId })
  expect(opened.modal?.title).toBe('File a ticket')
  const filed = await eva.person.submitModal(values)
  expect(filed).toMatchObject({ kind: 'ephemeral' })
  const number = Number(/Filed as #(\d+)/.exec(filed.text)?.[1])
  await discord.waitFor(
    async () => (await desk.tickets.findByNumber(number))?.surfaces.discordRequester?.card,
    {
      what: 'the requester’s card',
    },
  )
  const ticket = await desk.tickets.findByNumber(number)
  if (!ticket) throw new Error('The ticket is gone')
  return {
    ticket,
    staff: ticket.surfaces.discord?.thread ?? '',
    own: ticket.surfaces.discordRequester?.channel ?? '',
    filed,
  }
}

const bodies = async ({ desk }: DeskWithDiscord, ticket: string) =>
  (await desk.comments.list({ ticket, visibilities: ['public', 'internal'], limit: 50 })).map(
    ({ author, body }) => `${author.name}: ${body}`,
  )

const answer = ({ desk }: DeskWithDiscord, author: User, ticket: string, body: string) =>
  addComment(desk, author, {
    ticket,
    surface: 'web',
    key: `test:${body}`,
    input: { body, visibility: 'public' },
  })

test('a password in the ticket is named on the requester’s card, and removed by its button', async () => {
  const with_ = await withPeople()
  const { discord, desk, eva } = with_
  const { ticket, own } = await file(with_, { ...form, 'What happened?': 'My password: Tr0ub4dor&3xyz' })
  await changeTicket(desk, ticket._id, ({ triage }) => ({
    ...{ set: { triage: { ...triage, secrets: ['password'] } }, history: [], effects: redrawCards },
  }))
  await discord.waitFor(() => discord.transcript(own).includes('This ticket holds a password.'), {
    what: 'the warning',
  })
  await eva.person.clickButton({ channel: own, label: 'Remove secrets' })
  await discord.waitFor(() => !discord.transcript(own).includes('Tr0ub4dor'), { what: 'the card without it' })
})

describe('/ticket new', () => {
  test('tells somebody who has not linked their account how to, before they write anything', async () => {
    const { discord } = await withPeople()
    const stranger = discord.addPerson({ id: '300000000000000001', username: 'zoe', globalName: 'Zoe' })
    const answered = await stranger.command('ticket new', {}, { channel: discord.channelId })
    expect(answered.kind).toBe('ephemeral')
    expect(answered.text).toContain('/link CODE')
  })

  test('files a ticket with its category and urgency, and opens a private thread with the requester', async () => {
    const with_ = await withPeople()
    const { discord, eva, max } = with_
    const { ticket, staff, own, filed } = await file(with_, {
      ...form,
      Category: 'Hardware',
      'How urgent is it?': 'high',
    })
    expect(filed.text).toContain('A private thread opens here')
    expect(ticket).toMatchObject({
      title: 'Printer on fire',
      description: 'It **smokes**.',
      category: 'Hardware',
      urgency: 'high',
      source: 'discord',
      requester: { name: 'Eva' },
    })
    const thread = discord.threads().find(({ id }) => id === own)
    expect(thread?.memberIds.sort()).toEqual([discord.botId, eva.person.id].sort())
    expect(thread?.text).toContain('#1 Printer on fire')
    expect(thread?.text).toContain('[Mark as solved]')
    expect(thread?.text).not.toContain('internal')
    expect(own).not.toBe(staff)
    expect(() => max.person.write({ channel: own, content: 'let me in' })).toThrow('sees no channel')
  })

  test('offers to join an earlier one that looks alike, and joins them', async () => {
    const with_ = await withPeople()
    const { discord, desk, eva } = with_
    await file(with_)
    const { ticket, filed, own } = await file(with_, { ...form, Title: 'Printer is on fire' })
    expect(filed.text).toMatch(/already have an open ticket like this[\s\S]*#1 Printer on fire/)
    const joined = await eva.person.clickButton({ channel: discord.channelId, label: 'The same as #1' })
    expect(joined.text).toContain('#2 is joined with #1')
    expect(await desk.tickets.find(ticket._id)).toMatchObject({
      duplicateOf: { number: 1 },
      status: 'resolved',
    })
    await discord.waitFor(() => discord.transcript(own).includes('Duplicate of #1'), { what: 'her card' })
    expect(discord.transcript(own)).not.toContain('Resolution')
  })

  test('gives the text back when the ticket can’t be filed', async () => {
    const { discord, eva, desk } = await withPeople()
    await eva.person.command('ticket new', {}, { channel: discord.channelId })
    const refused = await eva.person.submitModal({ ...form, Title: '     ' })
    expect(refused.text).toContain('Not filed')
    expect(refused.text).toContain('at least 5 characters')
    expect(refused.text).toContain('It **smokes**.')
    expect(await desk.tickets.findByNumber(1)).toBeNull()
  })
})

describe('a requester’s private thread', () => {
  test('carries the conversation both ways, with its changes and deletions', async () => {
    const with_ = await withPeople()
    const { discord, desk, eva, max } = with_
    const { ticket, staff, own } = await file(with_)
    const said = eva.person.write({ channel: own, content: 'It *still* smokes' })
    await discord.waitFor(() => discord.transcript(staff).includes('It *still* smokes'), {
      what: 'in the staff’s',
    })
    await discord.waitFor(() => discord.transcript(own).includes('✅'), { what: 'the reaction' })

    const asked = discord.messages(staff).find(({ embeds }) => embeds[0]?.description === 'It *still* smokes')
    const reply = max.person.write({ channel: staff, content: 'Pull the plug', replyTo: asked?.id ?? '' })
    await discord.waitFor(() => discord.transcript(own).includes('Pull the plug'), { what: 'the answer' })
    const shown = discord.messages(own).find(({ embeds }) => embeds[0]?.description === 'Pull the plug')
    expect(shown?.mentions.map(({ id }) => id)).toEqual([eva.person.id])
    expect(
      discord.messages(staff).filter(({ embeds }) => embeds[0]?.description === 'Pull the plug'),
    ).toEqual([])

    eva.person.edit(said.id, 'It smokes no more')
    max.person.edit(reply.id, 'Good')
    await discord.waitFor(() => discord.transcript(staff).includes('It smokes no more'), {
      what: 'her change',
    })
    await discord.waitFor(() => /\| Good$/m.test(discord.transcript(own)), { what: 'his change' })
    await answer(with_, max.user, ticket._id, 'From the console')
    await discord.waitFor(
      () => [own, staff].every((thread) => discord.transcript(thread).includes('From the console')),
      { what: 'it in both' },
    )
    eva.person.erase(said.id)
    max.person.erase(reply.id)
    await discord.waitFor(() => !discord.transcript(staff).includes('It smokes no more'), {
      what: 'her deletion',
    })
    await discord.waitFor(() => !/\| Good$/m.test(discord.transcript(own)), { what: 'his deletion' })
    expect(await bodies(with_, ticket._id)).toEqual(['Eva: ', 'Max: ', 'Max: From the console'])
    expect(eva.person.dm()).toBe('')
    await expect.poll(async () => (await desk.tickets.find(ticket._id))?.outbox).toEqual([])
  })

  test('does not show what is internal', async () => {
    const with_ = await withPeople()
    const { discord, max } = with_
    const { staff, own } = await file(with_)
    max.person.write({ channel: staff, content: 'this user again' })
    await max.person.command('ticket note', { text: 'secret note' }, { channel: staff })
    const sent = await max.person.command('reply', { text: 'On my way' }, { channel: staff })
    expect(sent.kind).toBe('message')
    await discord.waitFor(() => discord.transcript(own).includes('On my way'), { what: 'the answer' })
    expect(discord.transcript(own)).not.toContain('secret note')
    expect(discord.transcript(own)).not.toContain('this user again')
    expect(discord.transcript(staff).match(/On my way/g)).toHaveLength(1)
  })

  test('follows the ticket’s life: solved by the requester, reopened by what they write', async () => {
    const with_ = await withPeople()
    const { discord, desk, eva, max } = with_
    const { ticket, own } = await file(with_)
    await perform(desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
    await discord.waitFor(() => discord.transcript(own).includes('In progress: Max'), { what: 'the card' })
    const solved = await eva.person.clickButton({ channel: own, label: 'Mark as solved' })
    expect(solved.text).toBe('Marked as solved.')
    await discord.waitFor(() => discord.transcript(own).includes('[Reopen]'), { what: 'Reopen' })
    eva.person.write({ channel: own, content: 'thanks!' })
    await discord.waitFor(() => discord.transcript(own).includes('✅'), { what: 'the reaction' })
    expect((await desk.tickets.find(ticket._id))?.status).toBe('resolved')
    eva.person.write({ channel: own, content: 'It started to burn again, please come' })
    await discord.waitFor(async () => (await desk.tickets.find(ticket._id))?.status === 'in_progress', {
      what: 'reopened',
    })
    const closed = await eva.person.command('ticket resolve', { how: 'Bought a new one' }, { channel: own })
    expect(closed.text).toContain('#1 is resolved')
    await discord.waitFor(() => discord.transcript(own).includes('Bought a new one'), { what: 'the card' })
    const again = await eva.person.clickButton({ channel: own, label: 'Reopen' })
    expect(again.text).toBe('#1 is open again.')
  })

  test('takes nothing from others, who are told why', async () => {
    const with_ = await withPeople()
    const { discord, max, ticket, own } = { ...with_, ...(await file(with_)) }
    const mia = await with_.somebody('Mia', 'user')
    await max.person.clickButton({ channel: ticket.surfaces.discord?.thread ?? '', label: 'Claim' })
    with_.eva.person.write({ channel: own, content: `<@${mia.person.id}> look` })
    mia.person.write({ channel: own, content: 'me too' })
    await discord.waitFor(() => discord.transcript(own).includes('Not added. There is no such ticket.'), {
      what: 'the reason',
    })
    expect(await bodies(with_, ticket._id)).toEqual(['Eva: @Mia look'])
  })

  test('is read again after a time without connection, and made anew when it was deleted', async () => {
    const with_ = await withPeople()
    const { discord, desk, eva, max } = with_
    const { ticket, own } = await file(with_)
    eva.person.write({ channel: own, content: 'first' })
    await discord.waitFor(() => discord.transcript(own).includes('✅'), { what: 'the first' })
    await with_.restart(() => eva.person.write({ channel: own, content: 'missed' }))
    await discord.waitFor(async () => (await bodies(with_, ticket._id)).length === 2, {
      what: 'the missed one',
    })
    expect(await bodies(with_, ticket._id)).toEqual(['Eva: first', 'Eva: missed'])

    discord.deleteThread(own)
    await answer(with_, max.user, ticket._id, 'Are you there?')
    const place = async () => (await desk.tickets.find(ticket._id))?.surfaces.discordRequester?.channel ?? ''
    await discord.waitFor(async () => (await place()) !== own, { what: 'a new thread' })
    expect(discord.transcript(await place())).toContain('Are you there?')
    eva.person.write({ channel: await place(), content: 'I am' })
    await discord.waitFor(async () => (await bodies(with_, ticket._id)).includes('Eva: I am'), {
      what: 'her reply',
    })
  }, 30_000)
})

describe('where the bot may open no private thread', () => {
  test('the conversation runs in direct messages, by replies to the card and to answers', async () => {
    const with_ = await withPeople()
    const { discord, eva, max } = with_
    discord.setPolicy({ refusesPrivateThreads: true })
    const { ticket, staff, own } = await file(with_)
    expect(own).toBe(eva.person.dmChannel())
    const card = discord.messages(own)[0]?.id ?? ''
    eva.person.write({ channel: 'dm', content: 'It still smokes', replyTo: card })
    await discord.waitFor(() => discord.transcript(staff).includes('It still smokes'), { what: 'her reply' })
    await answer(with_, max.user, ticket._id, 'Pull the plug')
    await discord.waitFor(() => eva.person.dm().includes('Pull the plug'), { what: 'the answer' })
    const answered =
      discord.messages(own).find(({ embeds }) => embeds[0]?.description === 'Pull the plug')?.id ?? ''
    const said = eva.person.write({ channel: 'dm', content: 'Done', replyTo: answered })
    await discord.waitFor(() => discord.transcript(staff).includes('Done'), { what: 'the second reply' })
    eva.person.edit(said.id, 'Done, thanks')
    await discord.waitFor(() => discord.transcript(staff).includes('Done, thanks'), { what: 'the change' })
    eva.person.write({ channel: 'dm', content: 'hello?' })
    await discord.waitFor(() => eva.person.dm().includes('reply to its card'), { what: 'the hint' })
    expect(await bodies(with_, ticket._id)).toEqual([
      'Eva: It still smokes',
      'Max: Pull the plug',
      'Eva: Done, thanks',
    ])
    expect(privateThread(with_, 1)).toBeUndefined()
  })

  test('a reply arrives, before the next one, though the database failed when its ticket was looked for', async () => {
    let failures = 0
    const with_ = await withPeople((desk) => {
      const findByRequesterCard: Desk['tickets']['findByRequesterCard'] = async (card) => {
        if (failures-- > 0) throw new Error('The database fails over')
        return desk.tickets.findByRequesterCard(card)
      }
      return { ...desk, tickets: { ...desk.tickets, findByRequesterCard } }
    })
    const { discord, eva } = with_
    discord.setPolicy({ refusesPrivateThreads: true })
    const { ticket, own } = await file(with_)
    const replyTo = discord.messages(own)[0]?.id ?? ''
    failures = 1
    for (const content of ['It still smokes', 'Now it burns'])
      eva.person.write({ channel: 'dm', content, replyTo })
    await expect.poll(() => bodies(with_, ticket._id)).toEqual(['Eva: It still smokes', 'Eva: Now it burns'])
  })

  test('are read when the bot comes back: replies once, with what was changed and deleted', async () => {
    const with_ = await withPeople()
    const { discord, eva, restart } = with_
    discord.setPolicy({ refusesPrivateThreads: true })
    const { ticket, staff, own } = await file(with_)
    const replyTo = discord.messages(own)[0]?.id ?? ''
    const say = (content: string) => eva.person.write({ channel: 'dm', content, replyTo })
    const [first, second] = [say('It smokes'), say('It burns')]
    await discord.waitFor(() => discord.transcript(staff).includes('It burns'), { what: 'her replies' })
    await restart(() => {
      say('It exploded')
      eva.person.edit(first.id, 'It smokes a lot')
      eva.person.erase(second.id)
      eva.person.write({ channel: 'dm', content: 'hello?' })
    })
    const all = ['Eva: It smokes a lot', 'Eva: ', 'Eva: It exploded']
    await expect.poll(() => bodies(with_, ticket._id)).toEqual(all)
    await restart(() => say('Help'))
    await expect.poll(() => bodies(with_, ticket._id)).toEqual([...all, 'Eva: Help'])
    expect(eva.person.dm().split('reply to its card')).toHaveLength(2)
  })
})

describe('other ways to the form', () => {
  test('“File as ticket” fills in a message, with names for mentions', async () => {
    const { discord, desk, eva, max } = await withPeople()
    const { id } = max.person.write({
      channel: discord.channelId,
      content: `**VPN** is down\n\nAsk <@${eva.person.id}>`,
    })
    const opened = await eva.person.messageCommand('File as ticket', {
      channel: discord.channelId,
      messageId: id,
    })
    const values = opened.modal?.fields.map(({ value }) => value)
    expect(values?.slice(0, 2)).toEqual(['VPN is down', '**VPN** is down\n\nAsk @Eva'])
    const filed = await eva.person.submitModal({})
    expect(filed.text).toContain('Filed as #1')
    expect(await desk.tickets.findByNumber(1)).toMatchObject({
      title: 'VPN is down',
      requester: { name: 'Eva' },
    })
  })

  test('a panel’s button opens it; only admins of the desk place panels', async () => {
    const with_ = await withPeople()
    const { discord, eva, max } = with_
    const ada = await with_.somebody('Ada', 'admin')
    const where = { channel: discord.channelId }
    const refused = await max.person.command('panel', {}, where)
    expect(refused.text).toBe('Only admins of the desk can place a panel.')
    const placed = await ada.person.command('panel', { text: 'Ask us **anything**' }, where)
    expect(placed).toMatchObject({ kind: 'ephemeral' })
    expect(discord.transcript()).toContain('Ask us **anything**')
    const opened = await eva.person.clickButton({ ...where, label: 'File a ticket' })
    expect(opened.modal?.title).toBe('File a ticket')
    expect((await eva.person.submitModal(form)).text).toContain('Filed as #1')
  })
})

test('a requester rates their resolved ticket, adds a comment, and the moderators see both', async () => {
  const with_ = await withPeople()
  const { discord, desk, eva, max } = with_
  const { ticket, staff, own } = await file(with_)
  const by = { id: ticket._id, surface: 'web' as const }
  await perform(desk, max.user, claim, { ...by, input: {} })
  await perform(desk, max.user, resolve, { ...by, input: { resolution: 'Put it out.' } })
  await discord.waitFor(() => discord.transcript(own).includes('How did we do?'), { what: 'the question' })
  const answered = await eva.person.clickButton({ channel: own, label: '5 (great)' })
  expect(answered.text).toContain('You rated #1 5 of 5. Thank you.')
  await discord.waitFor(() => discord.transcript(own).includes('Add a comment'), { what: 'the rated card' })
  await eva.person.clickButton({ channel: own, label: 'Add a comment' })
  await eva.person.submitModal({ 'What went well, or what should be better?': 'So **quick**' })
  await discord.waitFor(() => discord.transcript(staff).includes('5 of 5: “So'), { what: 'it on the card' })
  const refused = await max.person.clickButton({ channel: own, label: '1 (poor)' }).catch(String)
  expect(JSON.stringify(refused)).not.toContain('You rated')
})
