import { describe, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { RetryThisLater } from '../../../core/provider-errors.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { close } from '../../../core/tickets/actions/close.ts'
import { edit } from '../../../core/tickets/actions/edit.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { release } from '../../../core/tickets/actions/release.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import { changeTicket } from '../../../core/tickets/change-ticket.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import { decideAssignment } from '../../../core/triage/triage-decisions.ts'
import { deliverTicketToDiscord } from '../../support/run-workflows.ts'
import { type DeskWithDiscord, deskWithDiscord } from './desk-with-discord.ts'

async function withTicket(options: Parameters<typeof deskWithDiscord>[0] = {}) {
  const with_ = await deskWithDiscord(options)
  const { desk, discord } = with_
  const eva = await with_.somebody('Eva', 'user')
  const max = await with_.somebody('Max', 'moderator')
  const filed = await with_.fileTicket(eva.user)
  const id = filed.ticket._id
  const now = async () => (await desk.tickets.find(id)) ?? filed.ticket
  const says = (body: string) =>
    addComment(desk, eva.user, {
      ticket: id,
      surface: 'slack',
      key: newId(),
      input: { body, visibility: 'public' },
    })
  const claims = () => perform(desk, max.user, claim, { id, surface: 'web', input: {} })
  const resolves = () =>
    perform(desk, max.user, resolve, { id, surface: 'web', input: { resolution: 'Put out.' } })
  const retitles = async (title: string) =>
    perform(desk, max.user, edit, { id, surface: 'web', input: { version: (await now()).version, title } })
  const cards = () =>
    discord.messages(discord.threads()[0]?.id ?? '').filter(({ components }) => components?.length)
  return { ...with_, eva, max, ...filed, id, now, says, claims, resolves, retitles, cards }
}

const shows = ({ discord }: DeskWithDiscord, text: string) =>
  discord.waitFor(() => discord.threads().find((thread) => thread.text.includes(text)), { what: text })

async function fileOnly({ desk, somebody }: DeskWithDiscord, title: string) {
  const eva = await somebody('Uma', 'user')
  const input = { title, description: 'It smokes.', urgency: 'normal' as const }
  return openTicket(desk, eva.user, { key: newId(), source: 'slack', input })
}

describe('a thread that people changed by hand', () => {
  test('locked and archived: what the requester writes is shown, and the thread is open again', async () => {
    const with_ = await withTicket()
    const { discord, thread, says, claims, resolves } = with_
    await claims()
    await resolves()
    await shows(with_, 'Resolved by Max')
    discord.changeThread(thread, { archived: true, locked: true })
    await says('It burns again')
    await shows(with_, 'It burns again')
    await discord.waitFor(() => !discord.threads()[0]?.locked, { what: 'the lock to be gone' })
    expect(discord.threads()).toMatchObject([{ id: thread, archived: false, locked: false }])
  })

  test('locked by hand while it is active: it stays locked, and everything is shown', async () => {
    const with_ = await withTicket()
    with_.discord.changeThread(with_.thread, { locked: true })
    await with_.says('Hello?')
    await with_.claims()
    await shows(with_, 'In progress: Max')
    expect((await shows(with_, 'Hello?')).locked).toBe(true)
  })

  test('deleted: the next comment is shown in a new one, with card and buttons', async () => {
    const with_ = await withTicket()
    const { discord, thread, says, max, now } = with_
    discord.deleteThread(thread)
    await says('Anybody there?')
    const remade = await shows(with_, 'Anybody there?')
    expect(remade.id).not.toBe(thread)
    expect(remade.text).toContain('[Claim]')
    await discord.waitFor(async () => (await now()).surfaces.discord?.thread === remade.id, {
      what: 'the move',
    })
    const claimed = await max.person.clickButton({ channel: remade.id, label: 'Claim' })
    expect(claimed.text).toContain('You claimed #')
    const asked = remade.messages.find(({ embeds }) => embeds[0]?.description === 'Anybody there?')
    max.person.write({ channel: remade.id, content: 'On my way', replyTo: asked?.id ?? '' })
    await discord.waitFor(() => discord.transcript(remade.id).includes('✅'), {
      what: 'the answer to be sent',
    })
    expect(discord.transcript().match(/\*\*#1\*\*/g)).toHaveLength(1)
  })

  test('deleted: the next change makes a new one, too, and repeated deletions heal as well', async () => {
    const with_ = await withTicket()
    const { discord, thread, claims, retitles } = with_
    discord.deleteThread(thread)
    await claims()
    const second = await shows(with_, 'In progress: Max')
    discord.deleteThread(second.id)
    await retitles('Printer is ash')
    const third = await shows(with_, 'Printer is ash')
    expect(discord.threads().map(({ id }) => id)).toEqual([third.id])
  })

  test('deleted after the ticket was closed: nobody wants it back', async () => {
    const with_ = await withTicket()
    const { discord, desk, thread, claims, resolves, id, max, settled } = with_
    await claims()
    await resolves()
    await settled()
    discord.deleteThread(thread)
    const root = { ...max.user, role: 'admin' as const }
    await perform(desk, root, close, { id, surface: 'web', input: {} })
    await settled()
    expect(discord.threads()).toEqual([])
  })

  test('with its card deleted: the next change posts the card again, and its buttons work', async () => {
    const with_ = await withTicket()
    const { discord, thread, cards, claims, max } = with_
    discord.deleteMessage(cards()[0]?.id ?? '')
    await claims()
    await shows(with_, 'In progress: Max')
    expect(cards()).toHaveLength(1)
    discord.deleteMessage(cards()[0]?.id ?? '')
    await with_.retitles('Printer is ash')
    await shows(with_, 'Printer is ash')
    await max.person.clickButton({ channel: thread, label: 'Release' })
    await shows(with_, '[Claim]')
    expect(cards()).toHaveLength(1)
  })
})

describe('a thread that Discord refuses', () => {
  test.each(['#1 printer on fire', 'printer', '#1'])(
    'for its name (“%s”) gets a neutral one',
    async (word) => {
      const with_ = await deskWithDiscord()
      with_.discord.setPolicy({ bannedInNames: [word] })
      await fileOnly(with_, 'Printer on fire')
      const thread = await shows(with_, '[Claim]')
      expect(thread.name).toBe(word === '#1' ? 'Ticket' : '#1')
      expect(thread.text).toContain('Printer on fire')
    },
  )

  test('for a new name gets a neutral one, and the card is up to date', async () => {
    const with_ = await withTicket()
    with_.discord.setPolicy({ bannedInNames: ['secret'] })
    await with_.claims()
    await with_.retitles('A secret printer')
    await shows(with_, 'A secret printer')
    await with_.discord.waitFor(() => with_.discord.threads()[0]?.name === '#1', { what: 'a neutral name' })
    with_.discord.setPolicy({ bannedInNames: [] })
    await with_.retitles('A plain printer')
    await with_.discord.waitFor(() => with_.discord.threads()[0]?.name === '#1 A plain printer', {
      what: 'it',
    })
  })

  test('while the server has too many is made later, other tickets go on, and admins are told', async () => {
    const with_ = await withTicket()
    const { discord, desk, messenger, now, claims, log } = with_
    discord.setPolicy({ maxActiveThreads: 0 })
    const second = { ...(await now()), number: 2 }
    const headline = await messenger.postHeadline(second, { key: 'second', mayExist: false })
    await expect(messenger.openThread(second, headline)).rejects.toBeInstanceOf(RetryThisLater)
    const { ticket } = await fileOnly(with_, 'Another printer')
    const row = `${ticket._id}:thread:discord`
    await discord.waitFor(async () => (await desk.deliveries.find(row))?.error?.includes('160006'), {
      what: 'the reason among the deliveries',
    })
    await discord.waitFor(() => log.join().includes('Archive some'), { what: 'the log' })
    expect(discord.threads()).toHaveLength(1)
    discord.setPolicy({ maxActiveThreads: 2 })
    await shows(with_, 'Another printer')
    await claims()
    await shows(with_, 'In progress: Max')
  })

  test('while the server has too many takes the place of the quietest: closed, then resolved, then open', async () => {
    const with_ = await withTicket()
    const { discord, eva, max, thread: first, fileTicket, log } = with_
    const isArchived = (thread: string) => discord.threads().find(({ id }) => id === thread)?.archived
    const { thread: resolved } = await fileTicket(eva.user, 'Resolved')
    await max.person.command('ticket resolve', { how: 'Done.' }, { channel: resolved })
    const { thread: closed } = await fileTicket(eva.user, 'Closed')
    for (const path of ['ticket resolve', 'ticket close'])
      await max.person.command(path, path === 'ticket close' ? {} : { how: 'Done.' }, { channel: closed })
    await discord.waitFor(() => isArchived(closed), { what: 'the closed one to be archived' })
    discord.changeThread(closed, { archived: false })

    discord.setPolicy({ maxActiveThreads: 3 })
    await fileTicket(eva.user, 'Fourth')
    expect([closed, resolved, first].map(isArchived)).toEqual([true, false, false])
    await fileTicket(eva.user, 'Fifth')
    expect([closed, resolved, first].map(isArchived)).toEqual([true, true, false])
    await fileTicket(eva.user, 'Sixth')
    expect(isArchived(first)).toBe(true)
    expect(log.join()).toContain('The quietest of open tickets are archived.')
    await with_.says('Still here')
    await discord.waitFor(() => !isArchived(first), { what: 'the first one to be open again' })
  })

  test('for words that it holds to be harmful is there all the same, and says where to read them', async () => {
    const with_ = await deskWithDiscord()
    with_.discord.setPolicy({ bannedInMessages: ['casino'] })
    const { ticket } = await fileOnly(with_, 'Is the casino a trap?')
    const thread = await shows(with_, '[Claim]')
    expect(thread.text).toContain('Discord refuses to show the title')
    const eva = (await with_.desk.users.find(ticket.requester.id)) ?? fail()
    await addComment(with_.desk, eva, {
      ticket: ticket._id,
      surface: 'slack',
      key: newId(),
      input: { body: 'I went to the casino', visibility: 'public' },
    })
    await shows(with_, 'Discord refuses to show this text. Read it in the console.')
    expect(with_.log.join()).toContain('Discord refuses a text')
  })
})

const fail = (): never => {
  throw new Error('missing')
}

test('the third title in ten minutes becomes the thread’s name once Discord allows it, and holds nothing up', async () => {
  const with_ = await withTicket()
  const { discord, claims, retitles, says, now } = with_
  await claims()
  for (const title of ['Printer burns', 'Printer is ash', 'Printer was here', 'Printer is missed'])
    await retitles(title).then(() => shows(with_, `| #1 ${title}`))
  await says('Is it?')
  await shows(with_, 'Is it?')
  await shows(with_, '| #1 Printer is missed')
  expect(discord.threads()[0]?.name).toBe('#1 Printer is ash')
  const pending = async () => (await now()).outbox.map(({ kind }) => kind).join()
  await discord.waitFor(async () => (await pending()) === 'thread-name', { what: 'only the name to wait' })
  discord.forgetRenames()
  await discord.waitFor(() => discord.threads()[0]?.name === '#1 Printer is missed', { what: 'the name' })
  await discord.waitFor(async () => (await pending()) === '', { what: 'the outbox to be empty' })
})

describe('what an interrupted try has made', () => {
  test.each([
    ['the headline', /\/channels\/100000000000000002\/messages$/],
    ['the thread', /\/threads$/],
    ['the card', /\/channels\/(?!100000000000000002)\d+\/messages$/],
  ])('%s is found again and shows the ticket as it is now', async (_what, path) => {
    const with_ = await deskWithDiscord()
    const { discord, desk } = with_
    const max = await with_.somebody('Max', 'moderator')
    const fault = discord.loseAnswer({ method: 'POST', path })
    const blocked = discord.failNext({ method: 'GET', path: /messages$|threads/, status: 502, times: 3 })
    const { ticket } = await fileOnly(with_, 'Printer on fire')
    await discord.waitFor(() => fault.hits() === 1, { what: 'the lost answer' })
    discord.forgetNonces()
    await perform(desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
    blocked.remove()
    const thread = await shows(with_, 'In progress: Max')
    await discord.waitFor(() => discord.transcript().includes('In progress: Max'), { what: 'the headline' })
    expect(discord.threads()).toHaveLength(1)
    expect(thread.text.match(/\| #1 Printer on fire/g)).toHaveLength(1)
  })

  test('a card that was sent, but not acknowledged, shows the ticket as it is now', async () => {
    const with_ = await withTicket()
    const { desk, now, claims, id, settled } = with_
    await claims()
    await shows(with_, 'In progress: Max')
    await settled()
    // As after a kill between sending and acknowledging: the deliveries are there, the ticket does not know of them.
    const ticket = await now()
    await desk.tickets.apply(
      ticket,
      {
        set: { surfaces: {}, status: 'open', assignee: null },
        history: [],
        effects: [{ queue: 'discord', kind: 'card' }],
      },
      new Date(),
    )
    const changed = await now()
    expect(changed._id).toBe(id)
    await deliverTicketToDiscord(with_.worker, id)
    const thread = await shows(with_, '[Claim]')
    expect(thread.text).not.toContain('In progress: Max')
    expect(with_.discord.threads()).toHaveLength(1)
  })
})

describe('the thread of a ticket', () => {
  test('has whoever claimed it as a member, once: they may leave it', async () => {
    const with_ = await withTicket()
    const { discord, thread, claims, retitles, max, now } = with_
    await claims()
    await discord.waitFor(async () => (await now()).surfaces.discord?.member, { what: 'the member' })
    const added = () =>
      discord.calls.filter(
        ({ method, path }) =>
          method === 'PUT' && path.endsWith(`/channels/${thread}/thread-members/${max.person.id}`),
      )
    expect(discord.threads()[0]?.memberIds).toContain(max.person.id)
    expect(added()).toHaveLength(1)
    await retitles('Printer on the third floor')
    await shows(with_, 'Printer on the third floor')
    expect(added()).toHaveLength(1)
  })

  test('is archived once the ticket is closed, and shows so before', async () => {
    const with_ = await withTicket()
    const { discord, desk, max, id, claims, resolves } = with_
    await claims()
    await resolves()
    await perform(desk, { ...max.user, role: 'admin' }, close, { id, surface: 'web', input: {} })
    await discord.waitFor(() => discord.threads()[0]?.archived, { what: 'the archived thread' })
    expect(discord.threads()[0]?.text).toContain('Status: Closed')
  })

  test('pings the role on duty once where nobody could be assigned, and not after a release', async () => {
    const with_ = await withTicket({ onDutyRole: '300000000000000001' })
    const { desk, discord, id, thread, claims, says, max } = with_
    const calls = () => discord.messages(thread).filter(({ content }) => content.startsWith('<@&'))
    const nobody = { assignee: null, reason: 'Nobody is on duty', candidates: [] }
    await changeTicket(desk, id, decideAssignment(nobody, { admins: [] }, desk.now()))
    await discord.waitFor(() => calls()[0], { what: 'the ping' })
    expect(calls()[0]?.content).toBe('<@&300000000000000001> Nobody could be assigned to #1. Who takes it?')
    await claims()
    await perform(desk, max.user, release, { id, surface: 'web', input: {} })
    await says('Anybody there?')
    await shows(with_, 'Anybody there?')
    expect(calls()).toHaveLength(1)
  })
})
