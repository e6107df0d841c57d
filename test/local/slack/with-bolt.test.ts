import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Slack } from '../../../local/slack/slack.ts'
import { slackWithAda, startBolt } from './fixture.ts'

const form: ModalView = {
  type: 'modal',
  callback_id: 'file_ticket',
  title: { type: 'plain_text', text: 'File a ticket' },
  submit: { type: 'plain_text', text: 'File' },
  private_metadata: 'from:C1',
  blocks: [
    {
      type: 'input',
      block_id: 'title',
      label: { type: 'plain_text', text: 'Title' },
      element: { type: 'plain_text_input', action_id: 'value', min_length: 3, max_length: 100 },
    },
    {
      type: 'input',
      block_id: 'description',
      label: { type: 'plain_text', text: 'What happened?' },
      element: { type: 'rich_text_input', action_id: 'value' },
    },
    {
      type: 'input',
      block_id: 'urgency',
      optional: true,
      label: { type: 'plain_text', text: 'Urgency' },
      element: {
        type: 'static_select',
        action_id: 'value',
        initial_option: { text: { type: 'plain_text', text: 'Can wait' }, value: 'low' },
        options: [
          { text: { type: 'plain_text', text: 'Can wait' }, value: 'low' },
          { text: { type: 'plain_text', text: 'I cannot work' }, value: 'high' },
        ],
      },
    },
  ],
}

/** A small desk, good enough to exercise every kind of traffic. */
function desk(app: App, seen: { submissions: object[]; messages: object[] }) {
  app.command('/ticket', async ({ ack, body, client }) => {
    if (body.text === 'help') return ack('Type /ticket and a title.')
    if (body.text === 'slow') return sleep(1200).then(() => ack())
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view: form })
  })
  app.view('file_ticket', async ({ ack, body, view, client }) => {
    seen.submissions.push(view.state.values)
    const title = view.state.values.title?.value?.value ?? ''
    if (title.includes('spam'))
      return ack({ response_action: 'errors', errors: { title: 'No spam, please.' } })
    await ack()
    if (seen.submissions.length > 1) return
    const { channel } = await client.conversations.open({ users: body.user.id })
    await client.chat.postMessage({
      channel: channel?.id ?? '',
      text: `Ticket #42: ${title}`,
      metadata: { event_type: 'ticket_card', event_payload: { ticket: 42 } },
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: `#42 ${title}` } },
        { type: 'section', text: { type: 'mrkdwn', text: `*Status:* open for <@${body.user.id}>` } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'resolve',
              value: '42',
              text: { type: 'plain_text', text: 'Resolve' },
            },
          ],
        },
      ],
    })
  })
  app.action('resolve', async ({ ack, body, client, respond }) => {
    await ack()
    if (body.type !== 'block_actions' || !body.message || !body.channel) return
    await client.chat.update({
      channel: body.channel.id,
      ts: body.message.ts,
      text: 'Ticket #42 is resolved.',
    })
    await respond({ text: 'Glad to hear it.', replace_original: false })
  })
  app.message(async ({ message }) => {
    seen.messages.push(message)
  })
  app.shortcut('file_from_message', async ({ ack, shortcut, client }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form })
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'My tickets' } }] },
    })
  })
  app.event('app_mention', async ({ event, client }) => {
    const { channel, thread_ts } = event
    const user = event.user ?? ''
    await client.chat.postEphemeral({ channel, user, text: 'Yes?', ...(thread_ts && { thread_ts }) })
  })
  app.event('reaction_added', async ({ event, client }) => {
    if (event.item.type !== 'message') return
    await client.chat.postMessage({
      channel: event.item.channel,
      thread_ts: event.item.ts,
      text: `Filed, :${event.reaction}:`,
    })
  })
}

describe.each(['socket', 'http'] as const)('Bolt over %s', (mode) => {
  let slack: Slack
  let stop: () => Promise<void>
  const seen = { submissions: [] as object[], messages: [] as object[] }

  beforeEach(async () => {
    seen.submissions.length = 0
    seen.messages.length = 0
    slack = await slackWithAda({ ackWithinMs: 1000 })
    const bolt = await startBolt(slack, mode, (app) => desk(app, seen))
    stop = bolt.stop
  })
  afterEach(async () => {
    await stop()
    await slack.close()
  })

  async function filed() {
    await slack.as('U1').command('/ticket', 'Printer')
    const modal = await slack.as('U1').modal()
    const submittedAt = performance.now()
    const submission = await modal.submit({ Title: 'Printer on fire', 'What happened?': 'Flames.' })
    const submitMs = performance.now() - submittedAt
    await slack.waitFor(() => slack.dmOf('U1')[0], { what: 'the card' })
    return { modal, submission, submitMs }
  }

  test('files a ticket by command, modal and card', async () => {
    const { modal, submission, submitMs } = await filed()
    expect(modal.shown()).toContain('Urgency (optional): [Can wait v]')
    expect(submission).toMatchObject({ sent: true, errors: {}, userSees: undefined })
    expect(submission.ms).toBeGreaterThan(0)
    expect(submission.ms).toBeLessThanOrEqual(Math.ceil(submitMs))
    expect(modal.isOpen()).toBe(false)
    expect(seen.submissions[0]).toEqual({
      title: { value: { type: 'plain_text_input', value: 'Printer on fire' } },
      description: {
        value: {
          type: 'rich_text_input',
          rich_text_value: {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Flames.' }] }],
          },
        },
      },
      urgency: { value: { type: 'static_select', selected_option: form.blocks[2] && optionOf(0) } },
    })
    expect(slack.transcript('U1')).toBe(
      [
        'Deskbridge: {Ticket #42: Printer on fire}',
        '  # #42 Printer on fire',
        '  *Status:* open for @Ada Lovelace',
        '  [Resolve]',
      ].join('\n'),
    )
    expect(slack.dmOf('U1')[0]?.metadata).toEqual({
      event_type: 'ticket_card',
      event_payload: { ticket: 42 },
    })
  })

  test('is asked again, in the modal, when the app or Slack itself objects', async () => {
    await slack.as('U1').command('/ticket')
    const modal = await slack.as('U1').modal()
    const empty = await modal.submit({ Title: 'ab' })
    expect(empty).toMatchObject({
      sent: false,
      errors: {
        Title: 'Please lengthen this text to 3 characters or more.',
        'What happened?': 'Please complete this required field.',
      },
    })
    const refused = await modal.submit({
      Title: 'some spam',
      'What happened?': 'x',
      Urgency: 'I cannot work',
    })
    expect(refused).toMatchObject({ sent: true, errors: { Title: 'No spam, please.' } })
    expect(modal.isOpen()).toBe(true)
    expect(await modal.submit({ Title: 'Fine' })).toMatchObject({ sent: true, errors: {} })
    expect(seen.submissions).toHaveLength(2)
    expect(seen.submissions[1]).toMatchObject({ urgency: { value: { selected_option: optionOf(1) } } })
  })

  test('receives the same submission as often as asked', async () => {
    await slack.as('U1').command('/ticket')
    const modal = await slack.as('U1').modal()
    const submission = await modal.submit(
      { Title: 'Printer', 'What happened?': 'Flames.' },
      { times: 4, together: true },
    )
    expect(submission.acks.map((ack) => ack.acked)).toEqual([true, true, true, true])
    expect(seen.submissions).toHaveLength(4)
  })

  test('acts on buttons; the edit and the ephemeral message are seen', async () => {
    await filed()
    const clicked = await slack.as('U1').clickButton({ label: 'Resolve' })
    expect(clicked).toMatchObject({ acked: true, userSees: undefined })
    await slack.waitFor(() => slack.as('U1').sees().includes('Glad to hear it.'), {
      what: 'the ephemeral message',
    })
    expect(slack.as('U1').sees()).toBe(
      'Deskbridge: Ticket #42 is resolved. (edited)\n(only to you) Glad to hear it.',
    )
    expect(slack.dmOf('U1')[0]?.buttons).toEqual([])
    expect(slack.dmOf('U1')[0]?.earlier[0]?.text).toBe('Ticket #42: Printer on fire')
    await expect(slack.as('U1').clickButton({ label: 'Resolve' })).rejects.toThrow('sees no [Resolve]')
  })

  test('hears what people write, and its own edits', async () => {
    await filed()
    const card = slack.dmOf('U1')[0]?.ts ?? ''
    slack.as('U1').reply({ threadTs: card, text: 'Any news?' })
    await slack.waitFor(() => seen.messages.length > 0, { what: 'the reply to arrive' })
    expect(seen.messages[0]).toMatchObject({
      user: 'U1',
      text: 'Any news?',
      channel_type: 'im',
      thread_ts: card,
      parent_user_id: slack.app.botUserId,
      client_msg_id: expect.any(String),
    })
    expect(slack.transcript('U1')).toContain('\n  > Ada Lovelace: Any news?')
    await slack.as('U1').clickButton({ actionId: 'resolve' })
    await slack.waitFor(() => seen.messages.length > 1, { what: 'the edit to arrive' })
    expect(seen.messages[1]).toMatchObject({ subtype: 'message_changed', message: { ts: card } })
  })

  test('answers commands, shortcuts, reactions and the home', async () => {
    const ada = slack.as('U1')
    expect(await ada.command('/ticket', 'help')).toMatchObject({ userSees: 'Type /ticket and a title.' })
    expect(ada.sees()).toContain('(only to you) Type /ticket and a title.')
    const { ts } = ada.reply({ channel: 'C1', text: 'The printer burns' })
    expect((await ada.shortcut('file_from_message', { channel: 'C1', ts })).acked).toBe(true)
    expect((await ada.modal({ callbackId: 'file_ticket' })).labels()).toEqual([
      'Title',
      'What happened?',
      'Urgency',
    ])
    ada.addReaction({ channel: 'C1', ts, name: 'ticket' })
    await slack.waitFor(() => slack.messagesIn('C1')[0]?.replies[0], { what: 'the answer in the thread' })
    expect(slack.transcript('C1')).toBe(
      'Ada Lovelace: The printer burns :ticket:\n  > Deskbridge: Filed, :ticket:',
    )
    ada.openHome()
    await slack.waitFor(() => ada.home() === '# My tickets', { what: 'the home' })
  })

  test('hears of mentions in channels and their threads, and of none in direct messages', async () => {
    const ada = slack.as('U1')
    const mention = `<@${slack.app.botUserId}> the printer burns`
    ada.reply({ text: mention })
    const { ts: threadTs } = ada.reply({ channel: 'C1', text: mention })
    ada.reply({ channel: 'C1', threadTs, text: mention })
    await slack.waitFor(() => ada.ephemeralMessages().length === 2, { what: 'both answers' })
    expect(ada.ephemeralMessages().map(({ channel, thread_ts }) => [channel, thread_ts])).toEqual([
      ['C1', undefined],
      ['C1', threadTs],
    ])
    const sent = slack.deliveries.flatMap(({ payload }) => ('event' in payload ? [payload.event] : []))
    expect(sent.filter((event) => Object(event).type === 'app_mention')[0]).toEqual({
      type: 'app_mention',
      user: 'U1',
      text: mention,
      ts: threadTs,
      event_ts: threadTs,
      team: slack.team.id,
      channel: 'C1',
      client_msg_id: expect.any(String),
      blocks: [expect.objectContaining({ type: 'rich_text' })],
    })
  })

  test('is told by Slack when it acks too late', async () => {
    expect(await slack.as('U1').command('/ticket', 'slow')).toMatchObject({
      acked: false,
      failure: 'timeout',
      userSees: '/ticket failed with the error "operation_timeout"',
    })
  })
})

function optionOf(index: number) {
  const block = form.blocks[2] as { element: { options: object[] } }
  return block.element.options[index]
}
