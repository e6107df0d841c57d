const plain = (text: string) => ({ type: 'plain_text', text, emoji: true })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const option = (text: string, description?: string) => ({
  text: plain(text),
  value: text.toLowerCase(),
  ...(description && { description: plain(description) }),
})
const run = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) })
const line = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const input = (label: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: label,
  label: plain(label),
  element: { action_id: label, ...element },
  ...more,
})
const options = [option('Low', 'It can wait'), option('High'), option('Critical')]
const picture = { image_url: 'https://example.com/p.png', alt_text: 'A printer' }

type BlockSample = { title: string; blocks: object[]; errors?: Record<string, string> }

/** Each block and element of Block Kit that the page draws. */
export const blockSamples: BlockSample[] = [
  {
    title: 'header, section, fields, divider, context',
    blocks: [
      { type: 'header', text: plain('Printer on fire :fire:') },
      {
        type: 'section',
        text: mrkdwn('A section with *words* and a picture'),
        accessory: { type: 'image', ...picture },
      },
      { type: 'divider' },
      {
        type: 'section',
        fields: [mrkdwn('*Priority*\nUrgent'), plain('Category\nHardware'), plain('a'), plain('b')],
      },
      {
        type: 'context',
        elements: [{ type: 'image', ...picture }, mrkdwn('Triaged by the *local engine*'), plain('today')],
      },
    ],
  },
  {
    title: 'actions and accessories',
    blocks: [
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'a', text: plain('Default') },
          { type: 'button', action_id: 'b', text: plain('Primary'), style: 'primary' },
          { type: 'button', action_id: 'c', text: plain('Danger'), style: 'danger' },
          { type: 'button', action_id: 'd', text: plain('Link'), url: 'https://example.com' },
          { type: 'overflow', action_id: 'e', options },
          { type: 'static_select', action_id: 'f', placeholder: plain('Choose'), options },
          { type: 'datepicker', action_id: 'g', initial_date: '2026-03-02' },
          { type: 'timepicker', action_id: 'h', initial_time: '09:30' },
        ],
      },
      {
        type: 'section',
        text: mrkdwn('Who should look at it?'),
        accessory: { type: 'users_select', action_id: 'who', placeholder: plain('Somebody') },
      },
      {
        type: 'section',
        text: mrkdwn('Rate the answer'),
        accessory: { type: 'button', action_id: 'rate', text: plain('Rate'), style: 'primary' },
      },
    ],
  },
  {
    title: 'rich_text',
    blocks: [
      {
        type: 'rich_text',
        elements: [
          line(
            run('bold ', { bold: true }),
            run('italic ', { italic: true }),
            run('struck ', { strike: true }),
            run('code', { code: true }),
            run(' '),
            { type: 'user', user_id: 'U1' },
            run(' '),
            { type: 'channel', channel_id: 'C1' },
            run(' '),
            { type: 'broadcast', range: 'here' },
            run(' '),
            { type: 'emoji', name: 'wave' },
            run(' '),
            { type: 'link', url: 'https://example.com', text: 'a link' },
          ),
          { type: 'rich_text_list', style: 'bullet', elements: [line(run('one')), line(run('two'))] },
          { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [line(run('two and a half'))] },
          { type: 'rich_text_list', style: 'ordered', elements: [line(run('first')), line(run('second'))] },
          { type: 'rich_text_quote', elements: [run('A quote')] },
          { type: 'rich_text_preformatted', elements: [run('let x = 1\nx += 1')] },
        ],
      },
    ],
  },
  {
    title: 'markdown',
    blocks: [
      {
        type: 'markdown',
        text: '## Heading\n**bold** *italic* ~~struck~~ `code` [link](https://example.com)\n\n- one\n- [x] done\n\n> quote\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```',
      },
    ],
  },
  {
    title: 'table, image',
    blocks: [
      {
        type: 'table',
        column_settings: [{}, { align: 'right' }],
        rows: [
          [
            { type: 'raw_text', text: 'Skill' },
            { type: 'raw_text', text: 'Tickets' },
          ],
          [
            { type: 'raw_text', text: 'Printers' },
            { type: 'raw_text', text: '12' },
          ],
          [
            { type: 'rich_text', elements: [line(run('VPN', { bold: true }))] },
            { type: 'raw_text', text: '7' },
          ],
        ],
      },
      { type: 'image', title: plain('The printer'), ...picture },
    ],
  },
  {
    title: 'input: text',
    blocks: [
      input(
        'Title',
        { type: 'plain_text_input', placeholder: plain('What is wrong?') },
        { hint: plain('In a few words') },
      ),
      input(
        'Description',
        { type: 'plain_text_input', multiline: true, initial_value: 'It smokes.' },
        { optional: true },
      ),
      input('Formatted', { type: 'rich_text_input', placeholder: plain('With formatting') }),
      input('E-mail', { type: 'email_text_input', initial_value: 'ada@' }),
      input('Address', { type: 'url_text_input', placeholder: plain('https://') }),
      input('Number', { type: 'number_input', is_decimal_allowed: false, initial_value: '3' }),
    ],
    errors: { 'E-mail': 'Please enter a valid email.' },
  },
  {
    title: 'input: choices, dates, files',
    blocks: [
      input('Urgency', { type: 'static_select', options, initial_option: options[1] }),
      input('Skills', { type: 'multi_static_select', options, initial_options: options.slice(0, 2) }),
      input('Colleagues', { type: 'multi_users_select', initial_users: ['U2'] }),
      input('From the app', { type: 'external_select', placeholder: plain('Type to search') }),
      input('Radio buttons', { type: 'radio_buttons', options, initial_option: options[0] }),
      input('Checkboxes', { type: 'checkboxes', options, initial_options: [options[2]] }),
      input('Day', { type: 'datepicker', initial_date: '2026-03-02' }),
      input('Time', { type: 'timepicker', initial_time: '09:30' }),
      input('Files', { type: 'file_input' }),
    ],
  },
  { title: 'What Slack refuses', blocks: [{ type: 'sparkle' }, { type: 'video' }] },
]
