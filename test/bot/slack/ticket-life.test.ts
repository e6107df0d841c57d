import type { RichTextBlock } from '@slack/types'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readRichText } from '../../../bot/slack/text/read-rich-text.ts'
import { changeEntry } from '../../../core/catalog/edit-catalog.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { close } from '../../../core/tickets/actions/close.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { deleteComment } from '../../../core/tickets/comments/delete-comment.ts'
import { editComment } from '../../../core/tickets/comments/edit-comment.ts'
import type { Modal } from '../../../local/slack/person/modal.ts'
import { waitFor } from '../../support/wait-for.ts'
import { emptyDatabase } from './database.ts'
import { cardOf, deskWithSlack, type Mode } from './desk-with-slack.ts'

const database = emptyDatabase()
const origin = { surface: 'web' as const, address: null, agent: null }
const moderator = { _id: 'm'.repeat(24), name: 'Max Moe', role: 'admin' as const }

async function filed(mode: Mode) {
  const all = await deskWithSlack(database(), mode)
  const ada = all.slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  const modal = await ada.modal()
  await modal.submit({ description: '**Flames** on the 3rd floor', urgency: 'high' })
  const card = await cardOf(all.slack)
  const found = await all.desk.tickets.findBySlackThread(ada.dm, card.ts)
  await all.settled()
  const ticket = found ?? (await all.desk.tickets.findBySlackThread(ada.dm, card.ts))
  if (!ticket) throw new Error('no ticket')
  return { ...all, ada, card, ticket }
}

/** The description that stands in the form, as the desk reads it. */
const describedIn = (form: Modal) => {
  const { rich_text_value } = form.value('What happened?') as { rich_text_value: RichTextBlock }
  return writeMarkdown(readRichText(rich_text_value, () => undefined))
}

describe.each(['socket', 'http'] as const)('a ticket over %s', (mode) => {
  test('is filed from a modal that opens with the title filled in', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    const outcome = await ada.command('/ticket', 'Printer on fire')
    expect(outcome.acked).toBe(true)
    const modal = await ada.modal()
    expect(modal.title()).toBe('File a ticket')
    expect(modal.value('Title')).toMatchObject({ value: 'Printer on fire' })
    const sent = await modal.submit({ description: 'Flames', urgency: 'critical' })
    expect(sent.errors).toEqual({})
    expect(modal.shown()).toContain('Filed as')
    const card = await cardOf(slack)
    expect(card.shown).toContain('Printer on fire')
    expect(card.shown).toContain('Open')
    expect(card.shown).toContain('Critical')
    const user = await desk.users.findByEmail('ada@example.com')
    expect(user).toMatchObject({ email: 'ada@example.com', emailVerified: true })
  })

  test('is filed by the shortcut from anywhere, gets details by a button, and is reopened by another', async () => {
    const { slack, desk, settled } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    expect((await ada.shortcut('file_ticket')).acked).toBe(true)
    await (await ada.modal()).submit({ title: 'Printer on fire', description: 'Flames' })
    const { ts } = await cardOf(slack)
    await settled()
    await ada.clickButton({ label: 'Add details', ts })
    const form = await ada.modal()
    expect(form.title()).toBe('Add to #1')
    await form.submit({ text: 'It is the **blue** one' }, { times: 2 })
    expect(form.shown()).toContain('Added to your ticket.')
    const card = () => slack.dmOf('U1').find((message) => message.ts === ts)
    await slack.waitFor(() => card()?.replies.find(({ shown }) => shown.includes('blue')), {
      what: 'the details',
    })
    const ticket = await desk.tickets.findByNumber(1)
    const said = await desk.comments.list({ ticket: ticket?._id ?? '', visibilities: ['public'], limit: 10 })
    expect(said).toMatchObject([{ body: 'It is the **blue** one', fromRequester: true }])
    await ada.clickButton({ label: 'Mark as solved', ts })
    await slack.waitFor(() => card()?.shown.includes('Resolved by Ada'), { what: 'a resolved card' })
    await ada.clickButton({ label: 'Reopen', ts })
    await slack.waitFor(() => card()?.shown.includes('Mark as solved'), { what: 'an open card' })
    await settled()
    expect(card()?.replies).toHaveLength(1)
  })

  test('is rated by a button once it is resolved, with a comment, and rated anew after it was reopened', async () => {
    const { slack, desk, ada, card, ticket, settled } = await filed(mode)
    const by = { id: ticket._id, surface: 'web' as const }
    await perform(desk, moderator, resolve, { ...by, input: { resolution: 'Put it out.' } })
    const shown = () => slack.dmOf('U1').find(({ ts }) => ts === card.ts)
    await slack.waitFor(() => shown()?.shown.includes('How did we do?'), { what: 'the question' })
    await settled()
    await ada.clickButton({ label: '2', ts: card.ts })
    await slack.waitFor(() => shown()?.shown.includes('Your rating: 2 of 5'), { what: 'the rating' })
    expect(ada.ephemeralMessages().at(-1)?.text).toBe('You rated #1 2 of 5. Thank you.')
    await ada.clickButton({ label: 'Add a comment', ts: card.ts })
    const form = await ada.modal()
    expect(form.title()).toBe('Rating of #1')
    await form.submit({ text: 'It smells :fire:' }, { times: 2 })
    await slack.waitFor(() => shown()?.shown.includes('2 of 5: “It smells'), { what: 'the comment' })
    const lines = (await desk.tickets.find(ticket._id))?.history.filter(({ action }) => action === 'rated')
    expect(lines?.length).toBe(2)
    await ada.clickButton({ label: 'Reopen', ts: card.ts })
    await slack.waitFor(() => shown()?.shown.includes('Mark as solved'), { what: 'an open card' })
    expect(shown()?.shown).not.toContain('Your rating')
    await perform(desk, moderator, resolve, { ...by, input: { resolution: 'Put it out again.' } })
    await slack.waitFor(() => shown()?.shown.includes('How did we do?'), { what: 'the question again' })
    await settled()
  })

  test('is rated from the message that says that it is resolved', async () => {
    const { slack, desk, ada, card, ticket, settled } = await filed(mode)
    await perform(desk, moderator, resolve, {
      id: ticket._id,
      surface: 'web',
      input: { resolution: 'Put it out.' },
    })
    const shown = () => slack.dmOf('U1').find(({ ts }) => ts === card.ts)
    const told = await slack.waitFor(
      () => shown()?.replies.find((reply) => reply.shown.includes('Max Moe resolved your ticket')),
      { what: 'the notice' },
    )
    expect(told.shown).toContain('How did we do? Choose from 1 (poor) to 5 (great).')
    expect(told.shown).toContain('Not solved? Reply in this thread or on its page to reopen it.')
    await settled()
    await ada.clickButton({ label: '5', ts: told.ts })
    await slack.waitFor(() => shown()?.shown.includes('Your rating: 5 of 5'), { what: 'the rating' })
    await settled()
  })

  test('is filed from a direct message by the button that is offered, with its words', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    ada.reply({ text: 'The *printer* burns\nsince noon' })
    await slack.waitFor(() => ada.ephemeralMessages()[0]?.text.includes('press the button'), {
      what: 'the offer',
    })
    expect((await ada.clickButton({ label: 'File a ticket' })).acked).toBe(true)
    const form = await ada.modal()
    expect(form.value('Title')).toMatchObject({ value: 'The printer burns' })
    expect((await form.submit()).errors).toEqual({})
    await cardOf(slack)
    expect(await desk.tickets.findByNumber(1)).toMatchObject({
      title: 'The printer burns',
      description: 'The **printer** burns\nsince noon',
    })
  })

  test('is filed with the formatting and the names that its writer typed, in the category they chose', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    const modal = await ada.modal()
    expect(modal.labels()).toEqual(['Title', 'What happened?', 'Category', 'How urgent is it?', 'Files'])
    expect(modal.value('Category')).toMatchObject({
      selected_option: { text: { text: 'Let triage decide' } },
    })
    const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
    const typed = {
      type: 'rich_text',
      elements: [
        section(
          { type: 'text', text: 'Ask ' },
          { type: 'user', user_id: 'U2' },
          { type: 'text', text: ' not *here* ' },
          { type: 'text', text: 'now', style: { bold: true } },
        ),
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: 0,
          elements: [section({ type: 'text', text: 'it burns' })],
        },
      ],
    }
    const sent = await modal.submit({ description: typed, Category: 'Network' })
    expect(sent.errors).toEqual({})
    expect(await desk.tickets.findByNumber(1)).toMatchObject({
      description: 'Ask @bob not \\*here\\* **now**\n\n- it burns',
      category: 'Network',
    })
  })

  test('joins an earlier one that looks alike, when its requester says that it is the same', async () => {
    const { slack, desk, ada, ticket, settled } = await filed(mode)
    await ada.command('/ticket', 'The printers are on fire')
    const form = await ada.modal()
    await form.submit({ description: 'Again' })
    expect(form.shown()).toContain('#1 Printer on fire')
    await form.click('ticket_same')
    await slack.waitFor(() => form.shown().includes('#2 is joined with #1'), {
      what: 'that it joined',
    })
    expect(await desk.tickets.findByNumber(2)).toMatchObject({
      status: 'resolved',
      assignee: null,
      duplicateOf: { id: ticket._id, number: 1 },
    })
    await settled()
    await ada.command('/ticket', 'My laptop is broken')
    const other = await ada.modal()
    await other.submit({ description: 'Since noon' })
    expect(other.shown()).not.toContain('like this')
    await settled()
  })

  test('is filed without a category that was retired meanwhile', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    const modal = await ada.modal()
    const network = (await desk.catalog.load()).categories.find(({ name }) => name === 'Network')
    const at = { list: 'categories' as const, id: network?.id ?? '' }
    const retire = (retired: boolean) => changeEntry(desk, moderator, at, { retired }, origin)
    await retire(true)
    onTestFinished(async () => void (await retire(false)))
    expect((await modal.submit({ description: 'Flames', Category: 'Network' })).errors).toEqual({})
    expect((await desk.tickets.findByNumber(1))?.category).toBeNull()
  })

  test('says at the field what is wrong', async () => {
    const { slack } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Hi')
    const modal = await ada.modal()
    const refused = await modal.submit({ description: '   ' })
    expect(refused.errorsByBlock).toEqual({
      title: 'Give it a title of at least 5 characters.',
      description: 'Say what happened.',
    })
    expect(modal.isOpen()).toBe(true)
    expect((await modal.submit({ title: 'Hi there', description: 'Now it is right' })).errors).toEqual({})
  })

  test('is one ticket, however often Slack delivers it', async () => {
    const { slack, settled } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Once is enough')
    const modal = await ada.modal()
    await modal.submit({ description: 'Flames' }, { times: 4, together: true })
    await cardOf(slack)
    await settled()
    expect(slack.dmOf('U1').filter((message) => message.shown.includes('Once is enough'))).toHaveLength(1)
  })

  test("takes replies in the card's thread as comments, once each", async () => {
    const { desk, ada, card, ticket } = await filed(mode)
    const { ts } = ada.reply({ text: 'Now the *desk* burns & smokes', threadTs: card.ts })
    const comments = () => desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })
    await waitFor(async () => (await comments()).length > 0, { what: 'the comment' })
    expect(await comments()).toMatchObject([
      {
        body: 'Now the **desk** burns & smokes',
        fromRequester: true,
        surface: 'slack',
        relayed: { slack: ts },
      },
    ])
  })

  test('takes what is forwarded into the thread as a quotation, with or without words of its own', async () => {
    const { desk, ada, card, ticket } = await filed(mode)
    const said = async () =>
      (await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })).map(
        ({ body }) => body,
      )
    const of = { author: 'Grace *Hopper*', text: 'It beeps & <smokes>\nsince noon' }
    ada.forward({ threadTs: card.ts, of })
    await waitFor(async () => (await said()).length === 1, { what: 'the first' })
    ada.forward({ threadTs: card.ts, of, text: 'See this' })
    await waitFor(async () => (await said()).length === 2, { what: 'the second' })
    const quotation = 'Forwarded message from Grace \\*Hopper\\*:\n\n> It beeps & <smokes>\n> since noon'
    expect(await said()).toEqual([quotation, `See this\n\n${quotation}`])
    expect(ada.ephemeralMessages()).toEqual([])
  })

  test('says the true reason for a forwarded message that it can’t take', async () => {
    const { slack, desk, ada, card, ticket } = await filed(mode)
    ada.forward({ threadTs: card.ts, of: { author: 'Grace', text: '' } })
    await slack.waitFor(() => ada.ephemeralMessages()[0]?.text.includes('can read no text'), {
      what: 'no text',
    })
    ada.forward({ threadTs: card.ts, of: { author: 'Grace', text: 'x'.repeat(10_001) } })
    await slack.waitFor(() => ada.ephemeralMessages()[1]?.text.includes('too long'), { what: 'too long' })
    expect(await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })).toEqual([])
  })

  test('follows a reply that its writer changes, and one that they take back', async () => {
    const { desk, ada, card, ticket } = await filed(mode)
    const { ts } = ada.reply({ text: 'It is the blu one', threadTs: card.ts })
    const comment = async () =>
      (await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 }))[0]
    await waitFor(comment, { what: 'the comment' })
    ada.edit({ ts, text: 'It is the *blue* one' })
    await waitFor(async () => (await comment())?.body === 'It is the **blue** one', { what: 'the new words' })
    expect(await comment()).toMatchObject({ version: 2, edits: [{ body: 'It is the blu one' }] })
    ada.remove({ ts })
    await waitFor(async () => (await comment())?.deleted, { what: 'the words to be gone' })
    expect(await comment()).toMatchObject({ body: '', deleted: { by: { name: 'Ada Lovelace' } } })
    const lastActions = async () =>
      (await desk.tickets.find(ticket._id))?.history.slice(-3).map(({ action }) => action)
    await expect.poll(lastActions).toEqual(['commented', 'edited comment', 'deleted comment'])
    expect(ada.ephemeralMessages()).toEqual([])
  })

  test('takes a reply that was too long once it is shortened, and says why a closed ticket takes no edit', async () => {
    const { slack, desk, ada, card, ticket } = await filed(mode)
    const { ts } = ada.reply({ text: 'x'.repeat(10_001), threadTs: card.ts })
    await slack.waitFor(() => ada.ephemeralMessages()[0]?.text.includes('too long'), { what: 'the refusal' })
    ada.edit({ ts, text: 'Shorter' })
    const said = async () =>
      (await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })).map(
        ({ body }) => body,
      )
    await waitFor(async () => (await said()).length > 0, { what: 'the comment' })
    const request = { id: ticket._id, surface: 'web' as const }
    await perform(desk, moderator, resolve, { ...request, input: { resolution: 'Bought a new one.' } })
    await perform(desk, moderator, close, { ...request, input: {} })
    ada.edit({ ts, text: 'Shorter still' })
    await slack.waitFor(() => ada.ephemeralMessages()[1]?.text.includes('is closed'), {
      what: 'the second refusal',
    })
    expect(await said()).toEqual(['Shorter'])
  })

  test('has a card that is up to date, also when the answer to its posting was lost', async () => {
    const { slack, desk, settled } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    slack.failNext({ method: 'chat.postMessage', loseAnswer: true })
    slack.failNext({ method: 'conversations.history', status: 500, times: 1_000 })
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    await cardOf(slack)
    const ticket = await desk.tickets.findByNumber(1)
    const request = { id: ticket?._id ?? '', surface: 'web' as const }
    await perform(desk, moderator, resolve, { ...request, input: { resolution: 'Bought a new one.' } })
    slack.clearFaults()
    await slack.waitFor(() => slack.dmOf('U1').find(({ shown }) => shown.includes('Resolved by Max Moe')), {
      what: 'the card as it is now',
    })
    await settled()
    expect(slack.dmOf('U1').filter(({ shown }) => shown.includes('Printer on fire'))).toHaveLength(1)
  })

  test('whose card was deleted gets it again, with the answer in its thread, and replies there count', async () => {
    const { slack, desk, ada, card, ticket, settled } = await filed(mode)
    slack.deleteMessage(ada.dm, card.ts)
    await addComment(desk, moderator, {
      ticket: ticket._id,
      surface: 'discord',
      key: 'discord:2',
      input: { body: 'Stand back', visibility: 'public' },
    })
    const again = () => slack.dmOf('U1').find(({ shown }) => shown.includes('Printer on fire'))
    await slack.waitFor(() => again()?.replies.find(({ shown }) => shown.includes('Stand back')), {
      what: 'the answer below a new card',
    })
    await settled()
    const { ts = '' } = again() ?? {}
    ada.reply({ text: 'I do', threadTs: ts })
    const said = () => desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })
    await waitFor(async () => (await said()).length === 2, { what: 'the reply' })

    slack.deleteMessage(ada.dm, ts)
    const request = { id: ticket._id, surface: 'web' as const }
    await perform(desk, moderator, resolve, { ...request, input: { resolution: 'Bought a new one.' } })
    await slack.waitFor(() => again()?.shown.includes('Resolved by Max Moe'), { what: 'a card as it is now' })
    await settled()
  })

  test('stays resolved after a thank you, and offers to reopen it when a reply may mean more', async () => {
    const { slack, desk, ada, card, ticket } = await filed(mode)
    const request = { id: ticket._id, surface: 'web' as const, input: { resolution: 'Bought a new one.' } }
    await perform(desk, moderator, resolve, request)
    const status = async () => (await desk.tickets.find(ticket._id))?.status
    const said = async (many: number) => {
      const page = { ticket: ticket._id, visibilities: ['public'] as const, limit: 10 }
      await waitFor(async () => (await desk.comments.list(page)).length === many, { what: 'the reply' })
    }
    ada.reply({ text: 'Got it, thank you :+1:', threadTs: card.ts })
    await said(1)
    ada.reply({ text: 'It works now', threadTs: card.ts })
    await said(2)
    const offer = await slack.waitFor(() => ada.ephemeralMessages()[0], { what: 'the offer' })
    expect(offer.text).toBe(
      `Your reply was added, and #${ticket.number} stays resolved. Not solved? Reopen it.`,
    )
    expect(await status()).toBe('resolved')
    expect((await ada.clickButton({ label: 'Reopen' })).acked).toBe(true)
    await waitFor(async () => (await status()) === 'in_progress', { what: 'the reopened ticket' })
    expect(ada.ephemeralMessages()).toHaveLength(1)
  })

  test('shows the current text of an edited answer, and no deleted one', async () => {
    const { slack, desk, card, ticket, settled } = await filed(mode)
    const { _id: comment } = await addComment(desk, moderator, {
      ticket: ticket._id,
      surface: 'discord',
      key: 'discord:1',
      input: { body: 'Stand bakc', visibility: 'public' },
    })
    const replies = () => slack.dmOf('U1').find((one) => one.ts === card.ts)?.replies ?? []
    await slack.waitFor(() => replies()[0])
    const request = { id: ticket._id, comment, surface: 'web' as const }
    await editComment(desk, moderator, { ...request, input: { version: 1, body: 'Stand back' } })
    await slack.waitFor(() => replies()[0]?.shown.includes('Stand back'), { what: 'the new words' })
    await deleteComment(desk, moderator, request)
    await slack.waitFor(() => replies().length === 0, { what: 'nothing to be left' })
    await settled()
  })

  test('recognises people of the desk whom a reply mentions', async () => {
    const { desk, ada, card, ticket } = await filed(mode)
    await desk.users.insert(
      {
        _id: moderator._id,
        email: 'max@example.com',
        name: 'Max Moe',
        role: 'admin',
        slack: { team: 'T0DESK', user: 'U7' },
      },
      desk.now(),
    )
    ada.reply({ text: 'Ask <@U7> or <@U9>', threadTs: card.ts })
    const comments = () => desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })
    await waitFor(async () => (await comments()).length > 0, { what: 'the comment' })
    expect(await comments()).toMatchObject([
      { body: 'Ask @Max Moe or @someone', mentions: [{ id: moderator._id, name: 'Max Moe' }] },
    ])
  })

  test("shows a moderator's answer under their name, and pings nobody", async () => {
    const { slack, desk, card, ticket } = await filed(mode)
    await addComment(desk, moderator, {
      ticket: ticket._id,
      surface: 'discord',
      key: 'discord:1',
      input: { body: 'Use the **extinguisher**, <!channel> <@U2>', visibility: 'public' },
    })
    const reply = await slack.waitFor(() => slack.dmOf('U1').find((one) => one.ts === card.ts)?.replies[0])
    expect(reply?.shown).toContain('Max Moe')
    expect(reply?.shown).toContain('(moderator)')
    expect(reply?.shown).toContain('Use the extinguisher, <!channel> <@U2>')
    expect(JSON.stringify(reply?.blocks)).toContain(
      '{"type":"text","text":"extinguisher","style":{"bold":true}}',
    )
    expect(reply?.text).not.toMatch(/<[!@]/)
    expect(JSON.stringify(reply?.blocks)).not.toMatch(/"type":"(?:user|broadcast)"/)
  })

  test('is resolved by a moderator: the card shows it and the requester is told', async () => {
    const { slack, desk, card, ticket } = await filed(mode)
    await perform(desk, moderator, resolve, {
      id: ticket._id,
      surface: 'discord',
      input: { resolution: 'Bought a new one.' },
    })
    const now = await slack.waitFor(() => {
      const one = slack.dmOf('U1').find((message) => message.ts === card.ts)
      return one?.shown.includes('Resolved by Max Moe') && one.replies.length > 0 ? one : null
    })
    expect(now?.shown).toContain('Bought a new one.')
    expect(now?.buttons.map(({ label }) => label)).toEqual([
      ...'12345',
      'Add details',
      'Reopen',
      'Open in the console',
    ])
    expect(now?.replies[0]?.shown).toContain('Resolved: #')
  })

  test('is closed by its requester with a button', async () => {
    const { slack, desk, ada, card, ticket } = await filed(mode)
    await ada.clickButton({ label: 'Mark as solved' })
    await slack.waitFor(() =>
      slack
        .dmOf('U1')
        .find((one) => one.ts === card.ts)
        ?.shown.includes('Resolved by'),
    )
    expect((await desk.tickets.find(ticket._id))?.status).toBe('resolved')
  })

  test('is filed from a message by its shortcut', async () => {
    const { slack } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    const { ts } = ada.reply({ text: 'The lift is stuck\nSince *nine*', channel: 'C1' })
    await ada.shortcut('file_ticket_from_message', { channel: 'C1', ts })
    const modal = await ada.modal()
    expect(modal.value('Title')).toMatchObject({ value: 'The lift is stuck' })
    expect(describedIn(modal)).toBe('The lift is stuck\nSince **nine**')
  })

  test('is filed from an app’s alert, whose words stand in attachments and blocks', async () => {
    const { slack } = await deskWithSlack(database(), mode)
    const { ts } = slack.post({
      channel: 'C1',
      text: '',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Disk full :fire:' } }],
      attachments: [
        {
          title: 'srv-1',
          title_link: 'https://mon.example/1',
          text: 'Only *2 %* left, ask <@U2>',
          fields: [{ title: 'Severity', value: 'high' }],
        },
      ],
    })
    const ada = slack.as('U1')
    await ada.shortcut('file_ticket_from_message', { channel: 'C1', ts })
    const modal = await ada.modal()
    expect(modal.value('Title')).toMatchObject({ value: 'Disk full 🔥' })
    // The field has no headings.
    expect(describedIn(modal)).toBe(
      '**Disk full 🔥**\n\n[srv-1](https://mon.example/1)\n\nOnly **2 %** left, ask @bob\n\n**Severity**\nhigh',
    )
  })

  test('is filed from a message that begins with code or a link, with a title in plain words', async () => {
    const { slack } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    const titleOf = async (text: string) => {
      const { ts } = slack.post({ channel: 'C1', user: 'U1', text })
      await ada.shortcut('file_ticket_from_message', { channel: 'C1', ts })
      return (await ada.modal()).value('Title')
    }
    expect(await titleOf('```npm ERR! code E401\nfailed```')).toMatchObject({ value: 'npm ERR! code E401' })
    expect(await titleOf('see <https://example.com|link> in *bold*')).toMatchObject({
      value: 'see link in bold',
    })
  })

  test('keeps all of a command that is too long for a title in the description', async () => {
    const { slack } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    const typed = `${'The printer __jams__ '.repeat(16)}again`
    await ada.command('/ticket', typed)
    const modal = await ada.modal()
    expect(modal.value('Title')).toMatchObject({
      value: expect.stringMatching(/^The printer __jams__ .{100,128}…$/),
    })
    const value = typed.replaceAll('__jams__', '\\_\\_jams\\_\\_')
    expect(describedIn(modal)).toBe(value)
  })

  test('keeps all of a message that is too long for one field of the form', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    const text = Array.from({ length: 400 }, (_, line) => `line ${line} of many`).join('\n')
    const { ts } = slack.post({ channel: 'C1', user: 'U1', text })
    await ada.shortcut('file_ticket_from_message', { channel: 'C1', ts })
    await (await ada.modal()).submit({ title: 'A long story' })
    const card = await cardOf(slack)
    const filed = await waitFor(() => desk.tickets.findBySlackThread(ada.dm, card.ts), { what: 'the ticket' })
    expect(filed?.description).toBe(text)
  })

  test('names the people, channels and groups that a reply mentions as Slack does', async () => {
    const { slack, desk, ada, card, ticket } = await filed(mode)
    slack.addUserGroup({ id: 'S1', handle: 'it-team', name: 'IT' })
    const text = 'Ask <@U2> in <#C1|> or <!subteam^S1> :+1:'
    slack.post({ channel: ada.dm, user: 'U1', text, thread_ts: card.ts })
    const comments = () => desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })
    await waitFor(async () => (await comments()).length > 0, { what: 'the comment' })
    expect(await comments()).toMatchObject([{ body: 'Ask @bob in #general or @it-team 👍' }])
  })

  test('is listed in the home tab', async () => {
    const { slack, ada } = await filed(mode)
    ada.openHome()
    await slack.waitFor(() => (ada.home() ?? '').includes('Printer on fire'), { what: 'the home tab' })
    expect(ada.home()).toMatch(/Open\s+.*Filed /)
  })
})
