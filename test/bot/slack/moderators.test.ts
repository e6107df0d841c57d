import { describe, expect, test } from 'vitest'
import { addCannedReply } from '../../../core/canned-replies/manage-canned-replies.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { editComment } from '../../../core/tickets/comments/edit-comment.ts'
import { emptyDatabase } from './database.ts'
import { deskWithSlack, type Mode } from './desk-with-slack.ts'
import { adasTicket, assignedTo, personOnSlack } from './staff.ts'

const database = emptyDatabase()

/** Max is assigned Ada's ticket; both are on Slack. Mia is a moderator, too. */
async function assigned(mode: Mode) {
  const world = await deskWithSlack(database(), mode)
  const { slack, desk } = world
  const ada = await personOnSlack(world, { id: 'U21', name: 'Ada Ames', role: 'user' })
  const max = await personOnSlack(world, { id: 'U22', name: 'Max Moe', role: 'moderator' })
  const mia = await personOnSlack(world, { id: 'U23', name: 'Mia Fox', role: 'moderator' })
  const ticket = await adasTicket(world, ada.user)
  await assignedTo(world, ticket, max.user, 'U22')
  const card = () => slack.dmOf('U22').find(({ shown }) => shown.includes('Assigned to you'))
  const now = () => desk.tickets.find(ticket._id)
  const buttons = () => card()?.buttons.map(({ label }) => label)
  const shows = (words: string) => slack.waitFor(() => card()?.shown.includes(words), { what: words })
  const press = (label: string) => max.hands.clickButton({ label, ts: card()?.ts ?? '' })
  return { ...world, ada, max, mia, ticket, card, now, buttons, shows, press }
}

const comments = ({ desk, ticket }: Awaited<ReturnType<typeof assigned>>) =>
  desk.comments.list({ ticket: ticket._id, visibilities: ['public', 'internal'], limit: 10 })

describe.each(['socket', 'http'] as const)('a moderator on Slack alone, over %s', (mode) => {
  test('claims, sets aside, reopens, releases and resolves from the direct message, which follows', async () => {
    const world = await assigned(mode)
    const { slack, max, buttons, shows, press, now } = world
    const talk = ['Reply', 'Internal note', 'Assign to…', 'Open #1']
    expect(buttons()).toEqual(['Claim', ...talk])

    expect((await press('Claim')).acked).toBe(true)
    await shows('In progress: Max Moe')
    expect(buttons()).toEqual(['Release', 'Waiting', 'Resolve', ...talk])
    expect(max.hands.ephemeralMessages().at(-1)?.text).toContain('You claimed #1')

    await press('Waiting')
    await shows('Waiting for the requester, assigned to Max Moe')
    expect(buttons()).toEqual(['Release', 'Reopen', 'Resolve', ...talk])
    await press('Reopen')
    await shows('In progress: Max Moe')
    await press('Release')
    await slack.waitFor(() => buttons()?.[0] === 'Claim', { what: 'the queue' })
    await press('Claim')
    await shows('In progress: Max Moe')

    await press('Resolve')
    const form = await max.hands.modal()
    expect(form.title()).toBe('Resolve #1')
    expect((await form.submit({ text: 'Put it **out**.' })).errors).toEqual({})
    expect(form.shown()).toContain('#1 is resolved. Ada Ames is notified.')
    await shows('Resolved by Max Moe')
    expect(buttons()).toEqual(['Reopen', 'Reply', 'Internal note', 'Open #1'])
    expect(await now()).toMatchObject({ status: 'resolved', resolution: { text: 'Put it **out**.' } })
    expect((await now())?.history.at(-1)).toMatchObject({ surface: 'slack', action: 'resolved' })
    await slack.waitFor(() => slack.dmOf('U21').find(({ shown }) => shown.includes('Resolved by Max Moe')), {
      what: "the requester's card",
    })
  })

  test('replies in a form; the requester sees it below their card, and it follows a change', async () => {
    const world = await assigned(mode)
    const { slack, desk, max, press, settled } = world
    await press('Reply')
    const form = await max.hands.modal()
    const answered = await form.submit({ text: 'Stand *back* :fire:' }, { times: 3, together: true })
    expect(answered.errors).toEqual({})
    expect(form.shown()).toContain('Sent to Ada Ames.')
    const below = () => slack.dmOf('U21').flatMap(({ replies }) => replies)
    await slack.waitFor(() => below().find(({ shown }) => shown.includes('Max Moe (moderator)')), {
      what: 'the answer',
    })
    await settled()
    expect(below()).toHaveLength(1)
    const [comment] = await comments(world)
    expect(comment).toMatchObject({ body: 'Stand *back* 🔥', visibility: 'public', surface: 'slack' })
    await editComment(desk, max.user, {
      ...{ id: world.ticket._id, comment: comment?._id ?? '', surface: 'web' },
      input: { version: 1, body: 'Stand further back' },
    })
    await slack.waitFor(() => below()[0]?.shown.includes('further'), { what: 'the change' })
  })

  test('adds a canned reply to what is typed, edits it and sends it', async () => {
    const world = await assigned(mode)
    const { slack, desk, max, press } = world
    const origin = { surface: 'web', address: null, agent: null } as const
    const text = '*{{first_name}}*, restart it. {{moderator}}'
    await addCannedReply(desk, max.user, { name: 'Restart it', text }, origin)
    await addCannedReply(desk, max.user, { name: 'Long', text: 'x'.repeat(2_000) }, origin)
    await press('Reply')
    const form = await max.hands.modal()
    form.fill({ text: 'Typed first.' })
    await form.choose('canned_reply', 'Restart it')
    await slack.waitFor(() => form.shown().includes('restart it. Max Moe'), { what: 'the text' })
    expect(form.value('text')).toMatchObject({ value: 'Typed first.\n\n*Ada*, restart it. Max Moe' })
    expect(form.value('canned_reply')).toMatchObject({ selected_option: null })
    await form.choose('canned_reply', 'Long')
    await slack.waitFor(() => form.shown().includes('xxx'), { what: 'the long text' })
    await form.choose('canned_reply', 'Long')
    await slack.waitFor(() => form.shown().includes('Not added: a form on Slack takes 3000 characters.'), {
      what: 'why not',
    })
    form.fill({ text: 'Edited. *Ada*' })
    expect((await form.submit()).errors).toEqual({})
    expect(await comments(world)).toMatchObject([{ body: 'Edited. *Ada*', visibility: 'public' }])
    await press('Internal note')
    expect((await max.hands.modal()).shown()).not.toContain('canned')
  })

  test('gets the requester’s replies below the direct message, and answers from there', async () => {
    const world = await assigned(mode)
    const { slack, desk, ada, max, ticket, card, press, shows } = world
    await press('Claim')
    await shows('In progress')
    await addComment(desk, ada.user, {
      ...{ ticket: ticket._id, surface: 'web', key: 'web:1' },
      input: { body: 'It is getting warm', visibility: 'public' },
    })
    const told = await slack.waitFor(
      () => card()?.replies.find(({ shown }) => shown.includes('It is getting warm')),
      { what: 'the notice' },
    )
    expect(told.buttons.map(({ label }) => label)).toEqual([
      'Reply',
      'Internal note',
      'Assign to…',
      'Open #1',
    ])
    await max.hands.clickButton({ label: 'Reply', ts: told.ts })
    await (await max.hands.modal()).submit({ text: 'Open a window' })
    await slack.waitFor(() => slack.dmOf('U21')[0]?.replies.find(({ shown }) => shown.includes('window')), {
      what: 'the answer',
    })
  })

  test('keeps notes: from the form, and as messages in the thread, of which the requester sees nothing', async () => {
    const world = await assigned(mode)
    const { slack, ada, max, card, press, settled } = world
    await press('Internal note')
    await (await max.hands.modal()).submit({ text: 'A remark' })
    const { ts } = max.hands.reply({ text: 'Another one', threadTs: card()?.ts ?? '' })
    await slack.waitFor(
      () => max.hands.ephemeralMessages().find(({ text }) => text.includes('internal note')),
      {
        what: 'the hint',
      },
    )
    expect(await comments(world)).toMatchObject([
      { body: 'A remark', visibility: 'internal' },
      { body: 'Another one', visibility: 'internal' },
    ])
    max.hands.edit({ ts, text: 'Another thought' })
    await expect.poll(async () => (await comments(world))[1]?.body).toBe('Another thought')
    await settled()
    expect(ada.hands.sees()).not.toMatch(/remark|Another/)
    // The hint offers the form that does reach the requester.
    await max.hands.clickButton({ label: 'Reply' })
    const form = await max.hands.modal()
    expect(form.title()).toBe('Reply to #1')
    await form.submit({ 'Your answer': 'Try the **lower** tray.' })
    expect(form.title()).toBe('Reply to #1')
    expect(form.shown()).toContain('Sent to Ada')
  })

  test('gives the ticket to a colleague, and no longer sees it once they have claimed it', async () => {
    const world = await assigned(mode)
    const { slack, mia, max, card, press, now, shows } = world
    await press('Assign to…')
    const form = await max.hands.modal()
    await form.submit({ 'Assign to': 'Mia Fox' })
    expect(form.shown()).toContain('#1 is assigned to Mia Fox.')
    expect(await now()).toMatchObject({ assignee: { name: 'Mia Fox' } })
    const hers = await slack.waitFor(
      () => slack.dmOf('U23').find(({ shown }) => shown.includes('Assigned to you')),
      { what: 'her message' },
    )
    await mia.hands.clickButton({ label: 'Claim', ts: hers.ts })
    await shows('In progress: Mia Fox')
    expect(card()?.buttons).toEqual([])
    expect(card()?.shown).not.toContain('Flames')
  })

  test('the second to press is told who has it', async () => {
    const { slack, desk, mia, max, ticket, card, shows } = await assigned(mode)
    slack.failNext({ method: 'chat.update', status: 500, times: 1_000 })
    const { ts = '' } = card() ?? {}
    await perform(desk, mia.user, claim, { id: ticket._id, surface: 'discord', input: {} })
    const told = () => max.hands.ephemeralMessages().map(({ text }) => text)
    await max.hands.clickButton({ label: 'Claim', ts })
    await slack.waitFor(() => told().at(-1)?.includes('Mia Fox has already claimed #1'), {
      what: 'the loser',
    })
    await max.hands.clickButton({ label: 'Reply', ts })
    const late = await (await max.hands.modal()).submit({ text: 'Too late' })
    expect(late.errorsByBlock.text).toBe('Mia Fox has #1. Only they or an admin can do this.')
    await max.hands.clickButton({ label: 'Assign to…', ts })
    await slack.waitFor(() => told().at(-1)?.includes('Mia Fox has #1'), { what: 'the refusal' })
    slack.clearFaults()
    await shows('In progress: Mia Fox')
  })
})

test('a press for no ticket, or by somebody without the role, is refused', async () => {
  const { slack, desk, ada, max, ticket } = await assigned('socket')
  const planted = (value: string) => {
    const text = { type: 'plain_text' as const, text: 'Claim' }
    const button = { type: 'button' as const, action_id: 'ticket_action:claim', text, value }
    const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [button] }]
    return slack.post({ channel: ada.hands.dm, user: slack.app.botUserId, text: 'A card', blocks }).ts
  }
  for (const [nth, value] of [`${ticket._id}:1`, 'nonsense', ''].entries()) {
    await ada.hands.clickButton({ label: 'Claim', ts: planted(value) })
    await slack.waitFor(
      () => ada.hands.ephemeralMessages()[nth]?.text.includes('Only moderators and admins'),
      {
        what: 'the refusal',
      },
    )
  }
  await desk.users.apply(max.user, { set: { active: false } }, desk.now())
  await max.hands.clickButton({ label: 'Claim' })
  await slack.waitFor(() => max.hands.ephemeralMessages().at(-1)?.text.includes('deactivated'), {
    what: 'no account',
  })
  expect(await desk.tickets.find(ticket._id)).toMatchObject({ status: 'open' })
})

test('a direct message that was deleted is left alone, and news goes beside it', async () => {
  const world = await assigned('socket')
  const { slack, desk, ada, max, ticket, card, settled } = world
  slack.deleteMessage(max.hands.dm, card()?.ts ?? '')
  await perform(desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
  await addComment(desk, ada.user, {
    ...{ ticket: ticket._id, surface: 'web', key: 'web:1' },
    input: { body: 'Still there?', visibility: 'public' },
  })
  await slack.waitFor(() => slack.dmOf('U22').find(({ shown }) => shown.includes('Still there?')), {
    what: 'the notice',
  })
  await settled()
})
