import { describe, expect, test } from 'vitest'
import { problemsOfBlocks } from '../../../local/slack/schemas/block-schemas.ts'
import { problemsOfView } from '../../../local/slack/schemas/view-schema.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const long = (length: number) => 'x'.repeat(length)
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (name: string) => ({ text: plain(name), value: name })
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'i',
  label: plain('Label'),
  element,
  ...more,
})
const select = (more: object) => ({ type: 'static_select', action_id: 's', ...more })

describe('blocks that Slack takes', () => {
  test.each([
    ['section with fields', [{ type: 'section', fields: [mrkdwn('a'), plain('b')] }]],
    ['section of 3,000 characters', [section(long(3000))]],
    ['header of 150 characters', [{ type: 'header', text: plain(long(150)) }]],
    ['buttons', [actions(button({ style: 'danger', value: long(2000) }), button({ action_id: 'b' }))]],
    ['50 dividers', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
    ['context', [{ type: 'context', elements: [mrkdwn('a'), plain('b')] }]],
    ['markdown of 12,000 characters', [{ type: 'markdown', text: long(12_000) }]],
    [
      'menu with an initial option',
      [actions(select({ options: [option('x')], initial_option: option('x') }))],
    ],
    [
      'rich text',
      [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'a', style: { bold: true } }] },
            {
              type: 'rich_text_list',
              style: 'bullet',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name: 'fire' }] }],
            },
          ],
        },
      ],
    ],
  ])('%s', (_, blocks) => {
    expect(problemsOfBlocks(blocks, 'message')).toEqual([])
  })
})

describe('blocks that Slack refuses, in its words', () => {
  test.each([
    [[{ type: 'paragraph' }], '[ERROR] unsupported type: paragraph [json-pointer:/blocks/0/type]'],
    [[{}], '[ERROR] missing required field: type [json-pointer:/blocks/0]'],
    [[section(long(3001))], '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
    [[section('')], '[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    [[{ type: 'section' }], '[ERROR] missing required field: text or fields [json-pointer:/blocks/0]'],
    [[{ type: 'section', text: 'bare' }], '[ERROR] must be an object [json-pointer:/blocks/0/text]'],
    [
      [{ type: 'header', text: mrkdwn('*bold*') }],
      '[ERROR] unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    ],
    [
      [{ type: 'header', text: plain(long(151)) }],
      '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      [actions(button({ text: plain(long(76)) }))],
      '[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      [actions(button({ value: long(2001) }))],
      '[ERROR] must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      [actions(button({ action_id: long(256) }))],
      '[ERROR] must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    ],
    [
      [actions(button({ style: 'default' }))],
      '[ERROR] must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      [actions(button({ colour: 'red' }))],
      '[ERROR] invalid additional property: colour [json-pointer:/blocks/0/elements/0]',
    ],
    [
      [actions(button({ url: '/tickets/42' }))],
      '[ERROR] must be a valid URL [json-pointer:/blocks/0/elements/0/url]',
    ],
    [[actions()], '[ERROR] no less than 1 items allowed [json-pointer:/blocks/0/elements]'],
    [
      [actions(...Array.from({ length: 26 }, (_, n) => button({ action_id: `a${n}` })))],
      '[ERROR] no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [[actions(button(), button())], '[ERROR] action_id must be unique in its block [json-pointer:/blocks/0]'],
    [
      [actions({ type: 'plain_text_input', action_id: 'a' })],
      '[ERROR] unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      Array.from({ length: 51 }, () => ({ type: 'divider' })),
      '[ERROR] no more than 50 items allowed [json-pointer:/blocks]',
    ],
    [
      [
        { type: 'divider', block_id: 'x' },
        { type: 'divider', block_id: 'x' },
      ],
      '[ERROR] block_id already exists: x [json-pointer:/blocks/1/block_id]',
    ],
    [
      [
        { type: 'markdown', text: long(7000) },
        { type: 'markdown', text: long(7000) },
      ],
      '[ERROR] markdown blocks must be less than 12001 characters in all [json-pointer:/blocks]',
    ],
    [
      [actions(select({ options: [] }))],
      '[ERROR] no less than 1 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      [actions(select({ options: [option('x')], initial_option: option('y') }))],
      '[ERROR] initial option was not one of the options [json-pointer:/blocks/0/elements/0]',
    ],
    [
      [{ type: 'image', alt_text: 'x', image_url: 'http://localhost:5000/x.png' }],
      '[ERROR] downloading image failed [json-pointer:/blocks/0/image_url]',
    ],
    [
      [{ type: 'section', text: mrkdwn('x'), fields: Array.from({ length: 11 }, () => plain('x')) }],
      '[ERROR] no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
  ])('%j', (blocks, message) => {
    expect(problemsOfBlocks(blocks, 'message')).toEqual([message])
  })
})

describe('views', () => {
  const modal = (more: object = {}) => ({
    type: 'modal',
    title: plain('File a ticket'),
    submit: plain('File'),
    blocks: [input({ type: 'plain_text_input', action_id: 'value', max_length: 3000 })],
    ...more,
  })

  test('a good modal and a good home', () => {
    expect(problemsOfView(modal(), 'modal')).toEqual([])
    expect(problemsOfView({ type: 'home', blocks: [section('Hello')] }, 'home')).toEqual([])
  })

  test.each([
    [{ title: plain(long(25)) }, '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    [{ title: undefined }, '[ERROR] missing required field: title [json-pointer:/view]'],
    [{ submit: undefined }, '[ERROR] missing required field: submit [json-pointer:/view]'],
    [{ callback_id: long(256) }, '[ERROR] must be less than 256 characters [json-pointer:/view/callback_id]'],
    [
      { private_metadata: long(3001) },
      '[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
      '[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      { blocks: [input({ type: 'plain_text_input', max_length: 3001 })] },
      '[ERROR] must be less than 3001 [json-pointer:/view/blocks/0/element/max_length]',
    ],
    [
      { blocks: [input({ type: 'plain_text_input' }, { label: plain(long(2001)) })] },
      '[ERROR] must be less than 2001 characters [json-pointer:/view/blocks/0/label/text]',
    ],
    [
      { blocks: [input(button())] },
      '[ERROR] unsupported type: button [json-pointer:/view/blocks/0/element/type]',
    ],
    [
      { blocks: [{ type: 'markdown', text: 'x' }] },
      '[ERROR] unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
  ])('refused: %j', (more, message) => {
    expect(problemsOfView(modal(more), 'modal')).toContain(message)
  })
})
