import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, fileInSlack, people, type Transport, type World } from '../support/story-world.ts'
import { waitFor } from '../support/wait-for.ts'

const { ada, max, mia } = people
const title = 'Printer on fire'

const transports: Transport[] = ['socket', 'http']
const worlds = new Map<Transport, World>()
afterAll(() => Promise.all([...worlds.values()].map((world) => world.close())))

/** One ticket from Slack's modal to its resolution, as everybody sees it. */
describe.each(transports)('the story of one ticket, over Slack by %s', (transport) => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ transport })
    worlds.set(transport, world)
    await world.connected()
    await world.moderator(max)
    await world.moderator(mia, { skills: ['SAP'] })
  })

  const timeline: Record<string, number> = {}
  const card = () => world.slack.dmOf(ada.slack)[0]
  const thread = () => world.thread(title)

  test('1. the modal opens with the title and says at the field what is wrong', async () => {
    const person = world.slack.as(ada.slack)
    await person.command('/ticket', title)
    const modal = await person.modal()
    expect(modal.labels()).toEqual(['Title', 'What happened?', 'Category', 'How urgent is it?', 'Files'])
    expect(modal.value('Title')).toMatchObject({ value: title })
    const short = await modal.submit({ Title: 'Ooops   ', 'What happened?': '   ' })
    expect(short.errors).toHaveProperty(['What happened?'])
    expect(modal.isOpen()).toBe(true)
    await modal.close()
  })

  test('2. to 5. filed, shown, triaged, assigned and notified', async () => {
    const { submission, submittedAt, modal } = await fileInSlack(world, title)
    const since = (name: string) => {
      timeline[name] = Date.now() - submittedAt
    }
    expect(submission.errors).toEqual({})
    timeline.ack = submission.ms
    const filed = await world.ticket(title)
    expect(modal.shown()).toContain(`Filed as *#${filed.number}*`)
    expect(filed).toMatchObject({ title, description: 'It is burning. Flames!', source: 'slack' })

    await waitFor(thread, { what: 'the thread', timeoutMs: 2_000, everyMs: 5 })
    since('thread')
    await waitFor(async () => (await world.ticket(title)).triage.state === 'done', {
      what: 'triage',
      everyMs: 20,
    })
    since('triaged')
    await waitFor(async () => (await world.ticket(title)).assignee, { what: 'an assignee', everyMs: 20 })
    since('assigned')
    await waitFor(() => world.discord.as(max.discord).dm().includes(title), {
      what: 'the direct message',
      everyMs: 10,
    })
    since('told on Discord')
    const mail = await waitFor(() => world.mailTo(max.email, /Assigned to you/), {
      what: 'the mail',
      everyMs: 20,
    })
    since('told by mail')
    console.log(`timeline (${transport}), ms after the submission: ${JSON.stringify(timeline)}`)

    expect(mail.subject).toBe(`#${filed.number} ${title}`)
    expect(mail.text.split('\n', 1)).toEqual([`Assigned to you: #${filed.number} ${title}`])
    expect(mail.text).toContain('A printer is burning.')
    expect(mail.text).toContain('Why you: knows Printers')
    expect(mail.html).toContain(`/tickets/${filed.id}`)
    expect(world.discord.as(max.discord).dm()).toContain('knows Printers')
    expect(world.discord.as(mia.discord).dm()).toBe('')
  })

  test('2. the employee has an account by their Slack address, and the mail about it', async () => {
    const mail = await waitFor(() => world.mailTo(ada.email, /account/), { what: 'the account mail' })
    expect(mail.text).toContain('Hello Ada Lovelace')
    expect(mail.text).toMatch(/\/welcome#[\w-]{40,}/)
    expect(await world.mailsTo(ada.email)).toHaveLength(1)
    const { requester, history } = await world.ticket(title)
    expect([requester.name, history[0]?.by?.name]).toEqual([ada.name, ada.name])
  })

  test('3. and 4. card and thread say the same, and which engine', async () => {
    const { number } = await world.ticket(title)
    await waitFor(() => thread()?.text.includes('Max Moe'), { what: 'the redrawn thread' })
    await waitFor(() => card()?.shown.includes('Max Moe'), { what: 'the redrawn card' })
    const shown = card()?.shown ?? ''
    for (const words of [
      `#${number} ${title}`,
      'Urgent',
      'Hardware',
      'A printer is burning.',
      'Triaged by Gemini (gemini-3.5-flash-lite)',
    ])
      expect(shown).toContain(words)
    expect(shown).not.toContain('Pull the plug')
    const text = thread()?.text ?? ''
    for (const words of [
      `#${number} ${title}`,
      'Urgent',
      'Hardware',
      'Printers',
      'Pull the plug',
      'Triaged by Gemini',
      'knows Printers',
      '[Claim]',
    ])
      expect(text).toContain(words)
    expect(world.slack.dmOf(ada.slack)).toHaveLength(1)
    expect(world.discord.threads()).toHaveLength(1)
  })

  test('6. claimed once; the other is told by whom; unlinked and unentitled people are refused in words', async () => {
    const channel = thread()?.id ?? ''
    const stranger = world.discord.addPerson({ id: '200000000000000009', username: 'stranger' })
    const unlinked = await stranger.clickButton({ channel, label: 'Claim' })
    expect(unlinked).toMatchObject({ kind: 'ephemeral' })
    expect(unlinked.text).toContain('/link')

    const won = await world.discord.as(mia.discord).clickButton({ channel, label: 'Claim' })
    expect(won.kind).toBe('ephemeral')
    await waitFor(() => card()?.shown.includes('In progress: Mia Mee'), { what: 'the card' })
    await waitFor(() => thread()?.text.includes('In progress: Mia Mee'), { what: 'the thread' })
    await waitFor(() => world.discord.as(max.discord).dm().includes('Taken over'), {
      what: 'word to the assigned one',
    })
    const api = await world.signIn(max.email)
    expect((await api.post(`/api/tickets/${(await world.ticket(title)).id}/claim`)).status).toBe(409)

    await world.discord.as(mia.discord).clickButton({ channel, label: 'Release' })
    await waitFor(() => thread()?.text.includes('[Claim]'), { what: 'the released ticket' })
    await world.discord.as(max.discord).clickButton({ channel, label: 'Claim' })
    await waitFor(() => card()?.shown.includes('In progress: Max Moe'), { what: 'the card' })
  })

  test('7. replies cross over with names; what is internal stays', async () => {
    const channel = thread()?.id ?? ''
    const person = world.slack.as(ada.slack)
    const moderator = world.discord.as(max.discord)
    person.reply({ text: 'The *flames* are green now <!channel>', threadTs: card()?.ts ?? '' })
    const relayed = await waitFor(
      () => thread()?.messages.find((message) => JSON.stringify(message).includes('flames')),
      { what: 'the reply in Discord' },
    )
    expect(thread()?.text).toContain('Ada Lovelace')
    expect(JSON.stringify(relayed)).toContain(`<@${max.discord}>`)

    moderator.write({ channel, content: 'INTERNAL what does she mean by green' })
    moderator.write({ channel, content: 'Stand back, please.', replyTo: relayed.id })
    await waitFor(() => card()?.replies.some((reply) => reply.shown.includes('Stand back')), {
      what: 'the answer in Slack',
    })
    const command = await moderator.command('reply', { text: 'Help is on its way.' }, { channel })
    expect(command.kind).toBe('message')
    await waitFor(() => card()?.replies.some((reply) => reply.shown.includes('Help is on its way.')), {
      what: 'the second answer',
    })
    const answers = (card()?.replies ?? []).filter((reply) => reply.fromBot).map((reply) => reply.shown)
    expect(answers).toHaveLength(2)
    expect(answers.every((shown) => shown.includes('Max Moe'))).toBe(true)
    expect(thread()?.text).toContain('✅')
    await new Promise((done) => setTimeout(done, 500))
    expect(world.slack.transcript(ada.slack)).not.toContain('INTERNAL')
  })

  test('8. resolved with words, and everybody knows', async () => {
    const channel = thread()?.id ?? ''
    const moderator = world.discord.as(max.discord)
    const modal = await moderator.clickButton({ channel, label: 'Resolve' })
    expect(modal.kind).toBe('modal')
    await moderator.submitModal({ Resolution: 'Put the fire out and ordered a new one.' })
    const mail = await waitFor(() => world.mailTo(ada.email, /Resolved/), { what: 'the mail' })
    expect(mail.text).toContain('Put the fire out and ordered a new one.')
    await waitFor(() => card()?.shown.includes('Resolved by Max Moe'), { what: 'the card' })
    await waitFor(() => card()?.replies.some((reply) => reply.shown.includes('Put the fire out')), {
      what: 'the word in Slack',
    })
    await waitFor(() => thread()?.text.includes('Resolved by Max Moe'), { what: 'the thread' })
    const { history } = await world.ticket(title)
    expect(history.map(({ action }) => action)).toEqual([
      'opened',
      'triaged',
      'assigned',
      'claimed',
      'released',
      'claimed',
      'commented',
      'commented',
      'commented',
      'resolved',
    ])
  })

  test('9. an admin gives a role and skills, in force at the next request', async () => {
    const bob = await world.signUp('bob@example.com', 'Bob Bee')
    const api = await world.signIn('bob@example.com')
    expect((await api.get('/api/tickets?view=queue')).body).toMatchObject({ tickets: [] })
    await world
      .api()
      .post('/api/auth/update-user', { id: bob.id, role: 'moderator', skills: ['C++', 'Node.js'] })
    const again = await world.signIn('bob@example.com')
    expect((await again.get('/api/auth/me')).body).toMatchObject({
      user: { role: 'moderator', skills: ['C++', 'Node.js'] },
    })
  })
})

// after both stories, so that one waits while the other is played
test.each(transports)(
  'nothing was sent twice, and nothing is pending, over Slack by %s',
  async (transport) => {
    const world = worlds.get(transport)
    if (!world) throw new Error('Its story did not begin.')
    expect(await world.mailsTo(max.email, /Assigned to you/)).toHaveLength(1)
    expect(await world.mailsTo(ada.email, /Resolved/)).toHaveLength(1)
    // A new name or address is followed twice, the second time after a while.
    await waitFor(async () => (await world.health()).pending.documents === 0, {
      what: 'an empty outbox',
      timeoutMs: 60_000,
    })
    expect(world.discord.calls.filter((call) => call.unknownRoute)).toEqual([])
  },
)
