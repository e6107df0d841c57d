import { describe, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { assign } from '../../../core/tickets/actions/assign.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { close } from '../../../core/tickets/actions/close.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { reopen } from '../../../core/tickets/actions/reopen.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import { redrawCards } from '../../../core/tickets/change.ts'
import { changeTicket } from '../../../core/tickets/change-ticket.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { deleteComment } from '../../../core/tickets/comments/delete-comment.ts'
import { editComment } from '../../../core/tickets/comments/edit-comment.ts'
import { changeUser } from '../../../core/users/change-user.ts'
import { createHandleCode } from '../../../core/users/handles/link-handle.ts'
import { type DeskWithDiscord, deskWithDiscord } from './desk-with-discord.ts'

async function withPeople() {
  const with_ = await deskWithDiscord()
  const [eva, max, mia] = [
    await with_.somebody('Eva', 'user'),
    await with_.somebody('Max', 'moderator'),
    await with_.somebody('Mia', 'moderator'),
  ]
  return { ...with_, eva, max, mia, ...(await with_.fileTicket(eva.user)) }
}

/** What the requester says elsewhere, as the bot shows it in the thread. @returns the message's id */
async function requesterSays(
  { desk, discord, eva, ticket, thread }: Awaited<ReturnType<typeof withPeople>>,
  body: string,
): Promise<string> {
  const comment = await addComment(desk, eva.user, {
    ticket: ticket._id,
    surface: 'slack',
    key: newId(),
    input: { body, visibility: 'public' },
  })
  await discord.waitFor(async () => (await desk.comments.find(comment._id))?.relayed.discord, {
    what: 'the relayed comment',
  })
  return discord.messages(thread).find(({ embeds }) => embeds[0]?.description === body)?.id ?? ''
}

const publicWords = async ({ desk }: DeskWithDiscord, ticket: string) =>
  (await desk.comments.list({ ticket, visibilities: ['public'], limit: 100 })).map(
    ({ author, body, surface }) => `${author.name} (${surface}): ${body}`,
  )

describe('a ticket on Discord', () => {
  test('has a headline, a thread and a card with its buttons', async () => {
    const { discord, ticket, thread } = await withPeople()
    expect(discord.transcript()).toContain(`**#${ticket.number}** Printer on fire · Open`)
    expect(discord.threads()[0]).toMatchObject({ id: thread, name: `#${ticket.number} Printer on fire` })
    expect(discord.transcript(thread)).toContain('It smokes.')
    expect(discord.transcript(thread)).toContain('[Claim]')
    expect(discord.transcript(thread)).not.toContain('[Resolve]')
  })

  test('is claimed by one, and the others are told who has it', async () => {
    const { discord, desk, max, mia, ticket, thread } = await withPeople()
    const first = await max.person.clickButton({ channel: thread, label: 'Claim' })
    expect(first).toMatchObject({ kind: 'ephemeral', text: `You claimed #${ticket.number}.` })
    await discord.waitFor(() => discord.transcript(thread).includes('In progress: Max'), { what: 'the card' })
    expect((await desk.tickets.find(ticket._id))?.assignee?.name).toBe('Max')
    expect(discord.transcript(thread)).toContain('[Release] [Waiting] [Resolve]')

    const card = discord.messages(thread).find(({ components }) => components?.length)?.id ?? ''
    expect(card).not.toBe('')
    const late = await mia.person.clickButton({ channel: thread, label: 'Release', messageId: card })
    expect(late.text).toBe(`Max has #${ticket.number}. Only they or an admin can do this.`)
  })

  test('becomes a duplicate of a very similar one by a button, for a moderator only', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, eva, ticket: original } = with_
    const { ticket, thread } = await with_.fileTicket(eva.user)
    const similar = [{ id: original._id, similarity: 0.9 }]
    await changeTicket(desk, ticket._id, ({ triage }) => ({
      ...{ set: { triage: { ...triage, similar } }, history: [], effects: redrawCards },
    }))
    const label = `Duplicate of #${original.number}`
    await discord.waitFor(() => discord.transcript(thread).includes(label), { what: 'the button' })
    expect(discord.transcript(thread)).toContain('Printer on fire')
    const refused = await eva.person.clickButton({ channel: thread, label })
    expect(refused.text).toContain('Only moderators and admins can do this')
    const marked = await max.person.clickButton({ channel: thread, label })
    expect(marked.text).toBe('Marked. Its requester is notified and may see the original.')
    expect(await desk.tickets.find(ticket._id)).toMatchObject({
      status: 'resolved',
      duplicateOf: { number: original.number },
    })
  })

  test('is claimed also when Discord’s answer to the bot is lost', async () => {
    const { discord, max, ticket, thread } = await withPeople()
    const fault = discord.loseAnswer({ method: 'POST', path: /callback$/ })
    const answer = await max.person.clickButton({ channel: thread, label: 'Claim' })
    expect(fault.hits()).toBe(1)
    expect(answer).toMatchObject({ kind: 'ephemeral', text: `You claimed #${ticket.number}.` })
  })

  test('of many simultaneous claims exactly one wins', async () => {
    const with_ = await withPeople()
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, index) => with_.somebody(`Mod${index}`, 'moderator')),
    )
    const answers = await Promise.all(
      people.map(({ person }) => person.clickButton({ channel: with_.thread, label: 'Claim' })),
    )
    const texts = answers.map(({ text }) => text)
    const winner = (await with_.desk.tickets.find(with_.ticket._id))?.assignee?.name
    expect(texts.filter((text) => text.startsWith('You claimed #'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes(`${winner} has`))).toHaveLength(7)
  })

  test('is refused to an account that is not linked, with the way to link it, and to one without the role', async () => {
    const { discord, desk, eva, thread, ticket } = await withPeople()
    const stranger = discord.addPerson({ id: '300000000000000001', username: 'zoe', globalName: 'Zoe' })
    const unlinked = await stranger.clickButton({ channel: thread, label: 'Claim' })
    expect(unlinked.kind).toBe('ephemeral')
    expect(unlinked.text).toContain('https://desk.example.com/profile')
    expect(unlinked.text).toContain('/link CODE')
    const requester = await eva.person.clickButton({ channel: thread, label: 'Claim' })
    expect(requester.text).toContain('Only moderators and admins can do this')
    expect((await desk.tickets.find(ticket._id))?.status).toBe('open')
  })

  test('is refused to a deactivated moderator', async () => {
    const with_ = await withPeople()
    const gone = await with_.somebody('Gus', 'moderator', { active: false })
    const answer = await gone.person.clickButton({ channel: with_.thread, label: 'Claim' })
    expect(answer.text).toBe('Your account on the desk is deactivated. Ask an admin.')
  })

  test('is released and resolved with a resolution from the modal', async () => {
    const { discord, desk, max, ticket, thread } = await withPeople()
    await max.person.clickButton({ channel: thread, label: 'Claim' })
    await discord.waitFor(() => discord.transcript(thread).includes('[Release]'), { what: 'Release' })
    const released = await max.person.clickButton({ channel: thread, label: 'Release' })
    expect(released.text).toBe(`You gave #${ticket.number} back: anyone may claim it.`)
    await discord.waitFor(() => discord.transcript(thread).includes('[Claim]'), { what: 'Claim again' })
    await max.person.clickButton({ channel: thread, label: 'Claim' })
    await discord.waitFor(() => discord.transcript(thread).includes('[Resolve]'), { what: 'Resolve' })
    const modal = await max.person.clickButton({ channel: thread, label: 'Resolve' })
    expect(modal.modal?.title).toBe(`Resolve #${ticket.number}`)
    const done = await max.person.submitModal({ Resolution: 'Put it out.' })
    expect(done.text).toBe(`#${ticket.number} is resolved. Eva is notified.`)
    await discord.waitFor(() => discord.transcript(thread).includes('Resolved by Max'), { what: 'the card' })
    expect(discord.transcript(thread)).toContain('Put it out.')
    expect(discord.transcript(thread)).not.toContain('[Claim]')
    expect(discord.transcript()).toContain('Resolved by Max')
    expect((await desk.tickets.find(ticket._id))?.resolution?.text).toBe('Put it out.')
  })
})

describe('the direct message of an assignment', () => {
  test('has the ticket’s buttons and thread, follows its state, and resolving leaves a line in the thread', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, mia, ticket, thread } = with_
    const root = { ...mia.user, role: 'admin' as const }
    await perform(desk, root, assign, { id: ticket._id, surface: 'web', input: { assignee: max.user._id } })
    const dm = () => max.person.dm()
    const dmShows = (text: string) => discord.waitFor(() => dm().includes(text), { what: text })
    await dmShows('Open, assigned to Max')
    expect(dm()).toContain('[Claim]')
    expect(dm()).toContain(`[Thread] [Open #${ticket.number}]`)
    const channel = max.person.dmChannel()
    const urls = JSON.stringify(discord.messages(channel).at(-1)?.components)
    expect(urls).toContain(`https://discord.com/channels/${discord.guildId}/${thread}`)

    const claimed = await max.person.clickButton({ channel: 'dm', label: 'Claim' })
    expect(claimed.text).toBe(`You claimed #${ticket.number}.`)
    await dmShows('In progress: Max')
    expect(dm()).toContain('[Release] [Waiting] [Resolve]')
    expect(dm()).not.toContain('[Claim]')

    const modal = await max.person.clickButton({ channel: 'dm', label: 'Resolve' })
    expect(modal.modal?.title).toBe(`Resolve #${ticket.number}`)
    await max.person.submitModal({ Resolution: 'Put it out.' })
    await dmShows('Resolved by Max')
    const lines = () =>
      discord.messages(thread).filter(({ embeds }) => embeds[0]?.author?.name === 'Resolved by Max')
    await discord.waitFor(() => lines().length === 1, { what: 'the line in the thread' })
    expect(lines()[0]?.embeds[0]?.description).toBe('Put it out.')
    await perform(desk, root, reopen, { id: ticket._id, surface: 'web', input: {} })
    await dmShows('[Release]')
    expect(lines()).toHaveLength(1)
  })

  test('takes no answers, and says so once to each person', async () => {
    const { discord, max } = await withPeople()
    const answers = () => max.person.dm().match(/Nobody reads messages here/g)?.length
    max.person.write({ channel: 'dm', content: 'I am on it' })
    await discord.waitFor(() => answers() === 1, { what: 'the answer' })
    max.person.write({ channel: 'dm', content: '', stickers: ['Wave'] })
    await discord.waitFor(() => answers() === 2, { what: 'the second answer' })
  })

  test('shows who else has it, and tells whoever presses an outdated button', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, mia, ticket } = with_
    const root = { ...mia.user, role: 'admin' as const }
    await perform(desk, root, assign, { id: ticket._id, surface: 'web', input: { assignee: max.user._id } })
    await discord.waitFor(() => max.person.dm().includes('[Claim]'), { what: 'the message' })
    await perform(desk, mia.user, claim, { id: ticket._id, surface: 'web', input: {} })
    await discord.waitFor(() => max.person.dm().includes('In progress: Mia'), { what: 'the new state' })
    const late = await max.person.clickButton({ channel: 'dm', label: 'Release' })
    expect(late.text).toBe(`Mia has #${ticket.number}. Only they or an admin can do this.`)
  })
})

describe('what is said in a thread', () => {
  test('stays internal, unless it answers the relayed words of the requester', async () => {
    const with_ = await withPeople()
    const { discord, max, ticket, thread } = with_
    const asked = await requesterSays(with_, 'It still smokes')
    const remark = max.person.write({ channel: thread, content: 'this user again' })
    max.person.write({ channel: thread, content: 'indeed', replyTo: remark.id })
    const card = discord.messages(thread).find(({ components }) => components?.length)?.id ?? ''
    max.person.write({ channel: thread, content: 'what a card', replyTo: card })
    const answer = max.person.write({
      channel: thread,
      content: 'Pull the <@100000000000000003> plug',
      replyTo: asked,
    })
    await discord.waitFor(() => discord.transcript(thread).includes('reactions: ✅ 1'), { what: 'the mark' })
    expect(await publicWords(with_, ticket._id)).toEqual([
      'Eva (slack): It still smokes',
      'Max (discord): Pull the @deskbridge plug',
    ])
    expect(discord.messages(thread).find(({ id }) => id === answer.id)?.reactions?.[0]?.emoji.name).toBe('✅')
    expect(discord.messages(thread).filter(({ reactions }) => reactions?.length)).toHaveLength(1)
  })

  test('is not sent for somebody who may not, and they are told why in the thread', async () => {
    const with_ = await withPeople()
    const { discord, mia, max, thread, ticket } = with_
    const asked = await requesterSays(with_, 'Anybody there?')
    const stranger = discord.addPerson({ id: '300000000000000002', username: 'zoe', globalName: 'Zoe' })
    stranger.write({ channel: thread, content: 'me!', replyTo: asked })
    await discord.waitFor(
      () => discord.transcript(thread).includes('Not sent. Your Discord account is not linked'),
      {
        what: 'the refusal',
      },
    )
    await max.person.clickButton({ channel: thread, label: 'Claim' })
    mia.person.write({ channel: thread, content: 'I too', replyTo: asked })
    await discord.waitFor(
      () => discord.transcript(thread).includes(`Not sent. Max has #${ticket.number}. Only they or an admin`),
      { what: 'the second refusal' },
    )
    expect(await publicWords(with_, ticket._id)).toEqual(['Eva (slack): Anybody there?'])
    expect(
      discord.messages(thread).filter(({ reactions }) => reactions?.[0]?.emoji.name === '❌'),
    ).toHaveLength(2)
  })

  test('is sent by /reply, and shown in the thread under its author’s name', async () => {
    const with_ = await withPeople()
    const { discord, max, mia, ticket, thread } = with_
    const text = `On my way, <@${mia.person.id}>, see <#${thread}> <:party:44>`
    const sent = await max.person.command('reply', { text }, { channel: thread })
    const name = `#${ticket.number} Printer on fire`
    expect(sent).toMatchObject({
      kind: 'message',
      content: '',
      embeds: [{ author: { name: 'Max' }, description: `On my way, @Mia, see #${name} :party:` }],
      buttons: ['Change', 'Take back'],
    })
    expect(sent.embeds[0]?.author?.icon_url).toMatch(/^https:/)
    expect(await publicWords(with_, ticket._id)).toEqual([
      `Max (discord): On my way, @Mia, see #${name} :party:`,
    ])
    const elsewhere = await max.person.command('reply', { text: 'On my way' }, { channel: discord.channelId })
    expect(elsewhere.text).toContain('Not sent. This is not the thread of a ticket')
  })

  test('is written in a form by /reply without a text, changed, and taken back', async () => {
    const with_ = await withPeople()
    const { discord, max, mia, ticket, thread } = with_
    expect((await max.person.command('reply', {}, { channel: thread })).kind).toBe('modal')
    const sent = await max.person.submitModal({ 'Your answer': 'Line **one**\nline __two__' })
    expect(sent.embeds[0]?.description).toBe('Line **one**\nline \\_\\_two\\_\\_')
    expect(await publicWords(with_, ticket._id)).toEqual([
      'Max (discord): Line **one**\nline \\_\\_two\\_\\_',
    ])
    const press = (person: typeof max.person, label: string) =>
      person.clickButton({ channel: thread, messageId: sent.messageId ?? '', label })

    expect((await press(mia.person, 'Take back')).text).toContain('You may delete only what you have written')
    const form = await press(max.person, 'Change')
    expect(form.modal?.fields[0]?.value).toBe('Line **one**\nline \\_\\_two\\_\\_')
    const changed = await max.person.submitModal({ 'Your answer': 'Only one' })
    expect(changed).toMatchObject({ kind: 'ephemeral', text: 'Changed. The requester sees the new text.' })
    expect(await publicWords(with_, ticket._id)).toEqual(['Max (discord): Only one'])
    await discord.waitFor(() => discord.transcript(thread).includes('Only one'), { what: 'the new text' })

    expect((await press(max.person, 'Take back')).text).toContain('Taken back')
    expect(await publicWords(with_, ticket._id)).toEqual(['Max (discord): '])
    await discord.waitFor(() => !discord.transcript(thread).includes('Only one'), { what: 'its end' })
  })

  test('from elsewhere that is long is shown in several messages, which follow its edits', async () => {
    const with_ = await withPeople()
    const { discord, desk, eva, ticket, thread } = with_
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `${at} ${'w'.repeat(60)}`)
    const body = `Log:\n\n\`\`\`\n${lines(80).join('\n')}\n\`\`\``
    const { _id } = await addComment(desk, eva.user, {
      ticket: ticket._id,
      surface: 'slack',
      key: newId(),
      input: { body, visibility: 'public' },
    })
    const shown = () =>
      discord.messages(thread).flatMap(({ embeds }) => embeds.filter((one) => one.timestamp))
    await discord.waitFor(() => shown().length === 2, { what: 'both parts' })
    const parts = shown().map(({ description = '' }) => description)
    expect(parts.every((part) => /```\n[\s\S]*\n```$/.test(part))).toBe(true)
    const codeIn = (part: string) => /```\n([\s\S]*)\n```$/.exec(part)?.[1] ?? ''
    expect(parts.map(codeIn).join('\n')).toBe(lines(80).join('\n'))

    const edit = (version: number, changed: string) =>
      editComment(desk, eva.user, {
        id: ticket._id,
        comment: _id,
        surface: 'web',
        input: { version, body: changed },
      })
    await edit(1, 'Short')
    await discord.waitFor(() => shown().length === 1, { what: 'one part' })
    await edit(2, lines(150).join('\n'))
    await discord.waitFor(() => shown().length === 3, { what: 'three parts' })
    await deleteComment(desk, eva.user, { id: ticket._id, comment: _id, surface: 'web' })
    await discord.waitFor(() => shown().length === 0, { what: 'nothing' })
  })

  test('is sent by the message command, once, and only by its writer', async () => {
    const with_ = await withPeople()
    const { discord, max, mia, ticket, thread } = with_
    const { id } = max.person.write({ channel: thread, content: 'Have you tried water?' })
    const other = await mia.person.messageCommand('Send to requester', { channel: thread, messageId: id })
    expect(other.text).toContain('Not sent. Only the author')
    for (let times = 0; times < 2; times++) {
      const sent = await max.person.messageCommand('Send to requester', { channel: thread, messageId: id })
      expect(sent).toMatchObject({ kind: 'ephemeral', text: 'Sent to Eva.' })
    }
    expect(await publicWords(with_, ticket._id)).toEqual(['Max (discord): Have you tried water?'])
    expect(discord.transcript(thread)).toContain('reactions: ✅ 1')
  })

  test('mentions people of the desk, who are notified and watch from then on', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, mia, ticket, thread } = with_
    const asked = await requesterSays(with_, 'Who knows about water?')
    max.person.write({ channel: thread, content: `<@${mia.person.id}> does`, replyTo: asked })
    await discord.waitFor(() => mia.person.dm().includes('Max mentioned you'), { what: 'the message' })
    expect(await publicWords(with_, ticket._id)).toContain('Max (discord): @Mia does')
    expect((await desk.tickets.find(ticket._id))?.watchers).toEqual([{ id: mia.user._id, name: 'Mia' }])
    await discord.waitFor(() => discord.transcript(thread).includes('Watched by'), { what: 'the card' })
  })

  test('in reply to the card gets a note that it is internal, once, and so does a reply to the headline', async () => {
    const with_ = await withPeople()
    const { discord, max, ticket, thread, restart } = with_
    const card = discord.messages(thread).find(({ components }) => components?.length)?.id ?? ''
    const notes = () => discord.transcript(thread).match(/Internal: Eva doesn’t see this\./g) ?? []
    max.person.write({ channel: thread, content: 'Have you tried water?', replyTo: card })
    await discord.waitFor(() => notes().length === 1, { what: 'the note' })
    expect(discord.transcript(thread)).toContain('choose “Send to requester”')
    discord.forgetNonces()
    await restart(() => {})
    max.person.write({ channel: discord.channelId, content: 'Water!', replyTo: thread })
    await discord.waitFor(() => discord.transcript().includes('use `/reply` in the ticket’s thread'), {
      what: 'the note in the channel',
    })
    expect(notes()).toHaveLength(1)
    expect(await publicWords(with_, ticket._id)).toEqual([])
  })

  test('beside a sticker or a poll is sent without it, and the thread says so', async () => {
    const with_ = await withPeople()
    const { discord, max, ticket, thread } = with_
    const asked = await requesterSays(with_, 'It smokes')
    const answer = (enclosed: object, content: string) =>
      max.person.write({ channel: thread, replyTo: asked, content, ...enclosed })
    const says = (text: string) =>
      discord.waitFor(() => discord.transcript(thread).includes(text), { what: text })

    answer({ stickers: ['Wave'] }, 'Pull the plug')
    await says('The message was sent without the sticker. Only text and files reach the requester.')
    answer({ stickers: ['Wave', 'Hug'], files: ['a.png', 'b.png'] }, 'Like this')
    await says('The message was sent without the stickers.')
    answer({ poll: 'Better?' }, 'Tell me')
    await says('The message was sent without the poll.')

    answer({ stickers: ['Wave'] }, '')
    await says(
      'Not sent. The message has no text. Only text and files reach the requester, so describe the sticker',
    )
    answer({ poll: 'Worse?' }, '  ')
    await says('so describe the poll in words')
    expect((await publicWords(with_, ticket._id)).slice(1)).toEqual([
      'Max (discord): Pull the plug',
      'Max (discord): Like this',
      'Max (discord): Tell me',
    ])
  })

  test('and was refused is sent once its author has corrected it', async () => {
    const with_ = await withPeople()
    const { discord, max, mia, ticket, thread } = with_
    const asked = await requesterSays(with_, 'It smokes')
    const marks = (id: string) =>
      discord
        .messages(thread)
        .find((one) => one.id === id)
        ?.reactions?.map(({ emoji }) => emoji.name) ?? []
    const { id } = max.person.write({ channel: thread, content: '', stickers: ['Wave'], replyTo: asked })
    await discord.waitFor(() => marks(id).includes('❌'), { what: 'the refusal' })
    max.person.edit(id, 'Pull the plug')
    await discord.waitFor(() => marks(id).includes('✅'), { what: 'the mark' })
    expect(marks(id)).toEqual(['✅'])
    max.person.edit(id, 'Pull the plug!')
    const remark = mia.person.write({ channel: thread, content: 'Finally' })
    mia.person.edit(remark.id, 'Finally!')
    await discord.waitFor(
      async () => (await publicWords(with_, ticket._id))[1] === 'Max (discord): Pull the plug!',
      { what: 'the change' },
    )
    expect(await publicWords(with_, ticket._id)).toHaveLength(2)
  })

  test('and was refused for lack of an account is refused again with the reason, and sent once one is linked', async () => {
    const with_ = await withPeople()
    const { discord, desk, ticket, thread } = with_
    const asked = await requesterSays(with_, 'It smokes')
    const zoe = await with_.somebody('Zoe', 'moderator')
    await desk.users.apply(zoe.user, { set: {}, unset: ['discord'] }, new Date())
    const refusals = () => discord.transcript(thread).match(/Not sent\. Your Discord account is not linked/g)
    const { id } = zoe.person.write({ channel: thread, content: 'me!', replyTo: asked })
    await discord.waitFor(() => refusals()?.length === 1, { what: 'the first refusal' })
    zoe.person.edit(id, 'me, please!')
    await discord.waitFor(() => refusals()?.length === 2, { what: 'the second refusal' })
    const unlinked = (await desk.users.find(zoe.user._id)) ?? zoe.user
    await desk.users.apply(unlinked, { set: { discord: zoe.person.id } }, new Date())
    zoe.person.edit(id, 'I do.')
    await discord.waitFor(
      async () => (await publicWords(with_, ticket._id)).includes('Zoe (discord): I do.'),
      {
        what: 'the answer',
      },
    )
  })

  test('is deleted at the requester’s, too, when a moderation bot deletes it in bulk', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, ticket, thread } = with_
    const asked = await requesterSays(with_, 'It smokes')
    const ids = ['One', 'Two', 'Three'].map(
      (content) => max.person.write({ channel: thread, content, replyTo: asked }).id,
    )
    await discord.waitFor(async () => (await publicWords(with_, ticket._id)).length === 4, { what: 'all' })
    discord.eraseInBulk(thread, ids.slice(0, 2))
    const deleted = async () =>
      (await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 9 })).map((one) =>
        Boolean(one.deleted),
      )
    await discord.waitFor(async () => (await deleted()).filter(Boolean).length === 2, { what: 'two gone' })
    expect(await deleted()).toEqual([false, true, true, false])
  })

  test('and is forwarded stays internal, and the message command refuses it with the reason', async () => {
    const with_ = await withPeople()
    const { discord, max, ticket, thread } = with_
    const asked = await requesterSays(with_, 'It smokes')
    const { id } = max.person.forward(asked, { channel: thread })
    const sent = await max.person.messageCommand('Send to requester', { channel: thread, messageId: id })
    expect(sent.text).toContain('Not sent. The message has no text. Only text and files reach the requester')
    expect(sent.text).toContain('the forwarded message')
    expect(await publicWords(with_, ticket._id)).toEqual(['Eva (slack): It smokes'])
    expect(discord.transcript(thread)).toContain('Messages in this thread are internal.')
  })

  test('by the requester elsewhere follows their edits and deletion', async () => {
    const with_ = await withPeople()
    const { discord, desk, eva, ticket, thread } = with_
    await requesterSays(with_, 'It smoks')
    const [said] = await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 1 })
    const request = { id: ticket._id, comment: said?._id ?? '', surface: 'web' as const }
    await editComment(desk, eva.user, { ...request, input: { version: 1, body: 'It smokes a lot' } })
    await discord.waitFor(() => discord.transcript(thread).includes('It smokes a lot'), { what: 'new words' })
    expect(discord.transcript(thread)).not.toContain('It smoks')
    await deleteComment(desk, eva.user, request)
    await discord.waitFor(() => !discord.transcript(thread).includes('It smokes a lot'), { what: 'none' })
  })

  test('and was sent follows its writer’s edits and deletion; an internal message stays internal', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, ticket, thread } = with_
    const asked = await requesterSays(with_, 'It smokes')
    const remark = max.person.write({ channel: thread, content: 'as always' })
    const answer = max.person.write({ channel: thread, content: 'Pull the plgu', replyTo: asked })
    await discord.waitFor(() => discord.transcript(thread).includes('✅'), { what: 'the mark' })
    max.person.edit(remark.id, 'as ever')
    max.person.edit(answer.id, 'Pull the plug')
    const said = async () =>
      (
        await desk.comments.list({ ticket: ticket._id, visibilities: ['public', 'internal'], limit: 9 })
      ).slice(1)
    await discord.waitFor(async () => (await said())[0]?.version === 2, { what: 'the change' })
    expect(await said()).toMatchObject([{ body: 'Pull the plug', edits: [{ body: 'Pull the plgu' }] }])
    max.person.erase(remark.id)
    max.person.erase(answer.id)
    await discord.waitFor(async () => (await said())[0]?.deleted, { what: 'the deletion' })
    expect(await said()).toMatchObject([{ body: '', deleted: { by: { name: 'Max' } } }])
    expect(discord.transcript(thread)).not.toContain('Not ')
  })

  test('and was sent stays as it is when the ticket is closed or the writer may no longer change it, and the thread says so', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, ticket, thread } = with_
    const asked = await requesterSays(with_, 'It smokes')
    const [first, second] = ['Pull the plug', 'Run'].map((content) =>
      max.person.write({ channel: thread, content, replyTo: asked }),
    )
    const said = () => publicWords(with_, ticket._id)
    await discord.waitFor(async () => (await said()).length === 3, { what: 'both' })
    await changeUser(desk, max.user._id, () => ({ set: { active: false } }))
    max.person.edit(first?.id ?? '', 'Never mind')
    await discord.waitFor(
      () => discord.transcript(thread).includes('Not changed for the requester. Your account on the desk is'),
      { what: 'the first refusal' },
    )
    const request = { id: ticket._id, surface: 'web' as const }
    const root = { ...max.user, role: 'admin' as const }
    await perform(desk, root, resolve, { ...request, input: { resolution: 'Put out.' } })
    await perform(desk, root, close, { ...request, input: {} })
    await changeUser(desk, max.user._id, () => ({ set: { active: true } }))
    max.person.erase(second?.id ?? '')
    await discord.waitFor(() => discord.transcript(thread).includes('is closed: comments stay as they are'), {
      what: 'the second refusal',
    })
    expect((await said()).slice(1)).toEqual(['Max (discord): Pull the plug', 'Max (discord): Run'])
  })

  test('in a deleted ticket is sent nowhere', async () => {
    const with_ = await withPeople()
    const { discord, desk, max, ticket, thread } = with_
    const asked = await requesterSays(with_, 'Forget it')
    await desk.tickets.apply(
      (await desk.tickets.find(ticket._id)) ?? ticket,
      { set: { deleted: true }, history: [], effects: [] },
      new Date(),
    )
    max.person.write({ channel: thread, content: 'gladly', replyTo: asked })
    await discord.waitFor(
      () => discord.transcript(thread).includes('Not sent. The ticket has been deleted'),
      {
        what: 'the refusal',
      },
    )
  })
})

describe('commands', () => {
  test('/link links the account that typed the code, once', async () => {
    const { discord, desk, mia } = await withPeople()
    await desk.users.apply(
      (await desk.users.find(mia.user._id)) ?? mia.user,
      { set: {}, unset: ['discord'] },
      new Date(),
    )
    const code = await createHandleCode(desk, mia.user, 'discord')
    const linked = await mia.person.command(
      'link',
      { code: code.toLowerCase() },
      { channel: discord.channelId },
    )
    expect(linked).toMatchObject({
      kind: 'ephemeral',
      text: 'Your Discord account is linked to Mia on the desk.',
    })
    expect((await desk.users.findByDiscord(mia.person.id))?._id).toBe(mia.user._id)
    const again = await mia.person.command('link', { code }, { channel: discord.channelId })
    expect(again.text).toBe('This code is wrong or expired. Get a new one from the console.')
  })

  test('/duty is for moderators', async () => {
    const { discord, desk, eva, max } = await withPeople()
    const on = await max.person.command('duty on', {}, { channel: discord.channelId })
    expect(on.text).toContain('You are on duty')
    expect((await desk.users.find(max.user._id))?.onDuty).toBe(true)
    await max.person.command('duty off', {}, { channel: discord.channelId })
    expect((await desk.users.find(max.user._id))?.onDuty).toBe(false)
    const refused = await eva.person.command('duty on', {}, { channel: discord.channelId })
    expect(refused.text).toBe('Only moderators and admins can go on duty.')
  })
})
