import { expect, test } from 'vitest'
import { isApiFailure } from '../../../local/discord/failures.ts'
import { validateCommands } from '../../../local/discord/validation/validate-commands.ts'
import { validateMessage } from '../../../local/discord/validation/validate-message.ts'
import { validateModal } from '../../../local/discord/validation/validate-modal.ts'

const V2 = 1 << 15

/** The paths of the form errors, e.g. `embeds.0.title: BASE_TYPE_MAX_LENGTH`. */
function complaints(validate: () => void): string[] {
  try {
    validate()
    return []
  } catch (error) {
    if (!isApiFailure(error)) throw error
    return flatten(error.body.errors ?? {}, '')
  }
}

function flatten(node: object, path: string): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    key === '_errors'
      ? value.map((one: { code: string }) => `${path.slice(1)}: ${one.code}`)
      : flatten(value, `${path}.${key}`),
  )
}

const long = (length: number) => 'x'.repeat(length)
const row = (...components: object[]) => ({ type: 1, components })
const button = (custom_id: string, extra = {}) => ({ type: 2, style: 1, label: 'Press', custom_id, ...extra })
const buttons = (count: number) => Array.from({ length: count }, (_, n) => button(`b${n}`))
const field = { name: 'n', value: 'v' }

const messages: [string, object, string[]][] = [
  ['2000 characters, counted as such', { content: '🔥'.repeat(2000) }, []],
  ['2001 characters', { content: long(2001) }, ['content: BASE_TYPE_MAX_LENGTH']],
  ['ten embeds', { embeds: Array(10).fill({ title: 't' }) }, []],
  ['eleven embeds', { embeds: Array(11).fill({ title: 't' }) }, ['embeds: BASE_TYPE_MAX_LENGTH']],
  ['a long title', { embeds: [{ title: long(257) }] }, ['embeds.0.title: BASE_TYPE_MAX_LENGTH']],
  [
    'a long description',
    { embeds: [{ description: long(4097) }] },
    ['embeds.0.description: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'too many fields',
    { embeds: [{ fields: Array(26).fill(field) }] },
    ['embeds.0.fields: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an empty field value',
    { embeds: [{ fields: [{ name: 'Assignee', value: '' }] }] },
    ['embeds.0.fields.0.value: BASE_TYPE_REQUIRED'],
  ],
  [
    'a long field value',
    { embeds: [{ fields: [{ name: long(257), value: long(1025) }] }] },
    ['embeds.0.fields.0.name: BASE_TYPE_MAX_LENGTH', 'embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a long footer',
    { embeds: [{ footer: { text: long(2049) } }] },
    ['embeds.0.footer.text: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'more than 6000 characters in all embeds',
    { embeds: [{ description: long(4000) }, { description: long(2001) }] },
    ['embeds: MAX_EMBED_SIZE_EXCEEDED'],
  ],
  ['a wrong colour', { embeds: [{ title: 't', color: 0x1000000 }] }, ['embeds.0.color: NUMBER_TYPE_MAX']],
  [
    'a wrong link',
    { embeds: [{ title: 't', url: 'javascript:x' }] },
    ['embeds.0.url: URL_TYPE_INVALID_SCHEME'],
  ],
  ['five rows of five', { components: Array.from({ length: 5 }, (_, n) => row(button(`r${n}`))) }, []],
  [
    'six rows',
    { components: Array.from({ length: 6 }, (_, n) => row(button(`r${n}`))) },
    ['components: BASE_TYPE_MAX_LENGTH'],
  ],
  ['six buttons', { components: [row(...buttons(6))] }, ['components.0.components: BASE_TYPE_BAD_LENGTH']],
  ['an empty row', { components: [row()] }, ['components.0.components: BASE_TYPE_BAD_LENGTH']],
  [
    'one custom id twice',
    { components: [row(button('same'), button('same'))] },
    ['components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a long custom id and label',
    { components: [row(button(long(101), { label: long(81) }))] },
    [
      'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
      'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
    ],
  ],
  [
    'a button without words',
    { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    ['components.0.components.0: BUTTON_COMPONENT_EMPTY'],
  ],
  ['a button outside of a row', { components: [button('a')] }, ['components.0.type: UNION_TYPE_CHOICES']],
  ['a nonce of 26 characters', { content: 'a', nonce: long(26) }, ['nonce: BASE_TYPE_MAX_LENGTH']],
  [
    'mentions parsed and named at once',
    { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed_mentions.parse: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
]

test.each(messages)('message: %s', (_name, body, expected) => {
  expect(complaints(() => validateMessage({ ...body }, 0))).toEqual(expected)
})

const text = (content: string) => ({ type: 10, content })

const cards: [string, object, string[]][] = [
  [
    'a container with text and a row',
    { components: [{ type: 17, components: [text('a'), row(button('b'))] }] },
    [],
  ],
  [
    'embeds',
    { embeds: [{ title: 't' }], components: [text('a')] },
    ['embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    '41 components',
    { components: [{ type: 17, components: Array(40).fill(text('a')) }] },
    ['components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  [
    '4001 characters',
    { components: [text(long(2001)), text(long(2000))] },
    ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
]

test.each(cards)('Components V2: %s', (_name, body, expected) => {
  expect(complaints(() => validateMessage({ ...body }, V2))).toEqual(expected)
})

const input = (extra = {}) => ({ type: 4, style: 1, custom_id: 'a', ...extra })
const label = (component: object, extra = {}) => ({ type: 18, label: 'Label', component, ...extra })
const modal = (...components: object[]) => ({ custom_id: 'm', title: 'Title', components })

const modals: [string, object, string[]][] = [
  ['a label around an input', modal(label(input())), []],
  [
    'a label around a select',
    modal(label({ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] })),
    [],
  ],
  ['the obsolete row', modal(row(input({ label: 'Old' }))), []],
  ['a long title', { ...modal(label(input())), title: long(46) }, ['data.title: BASE_TYPE_BAD_LENGTH']],
  ['no components', modal(), ['data.components: BASE_TYPE_BAD_LENGTH']],
  ['a bare input', modal(input()), ['data.components.0.type: UNION_TYPE_CHOICES']],
  [
    'a long label',
    modal(label(input(), { label: long(46) })),
    ['data.components.0.label: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'too long an input',
    modal(label(input({ max_length: 4001 }))),
    ['data.components.0.component.max_length: NUMBER_TYPE_MAX'],
  ],
  [
    'a value longer than allowed',
    modal(label(input({ max_length: 3, value: 'long' }))),
    ['data.components.0.component.value: BASE_TYPE_MAX_LENGTH'],
  ],
]

test.each(modals)('modal: %s', (_name, data, expected) => {
  expect(complaints(() => validateModal(data))).toEqual(expected)
})

const option = (extra = {}) => ({ type: 3, name: 'text', description: 'd', ...extra })
const command = (extra = {}) => ({ name: 'reply', description: 'd', ...extra })

const commands: [string, object[], string[]][] = [
  ['a command with an option', [command({ options: [option({ required: true })] })], []],
  ['a message command', [{ name: 'Send to requester', type: 3 }], []],
  ['capital letters', [command({ name: 'Reply' })], ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
  ['one name twice', [command(), command()], ['1.name: APPLICATION_COMMANDS_DUPLICATE_NAME']],
  ['a long description', [command({ description: long(101) })], ['0.description: BASE_TYPE_BAD_LENGTH']],
  [
    'required after optional',
    [command({ options: [option(), option({ name: 'b', required: true })] })],
    ['0.options.1.required: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'a described message command',
    [{ name: 'Send', type: 3, description: 'd' }],
    ['0.description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION'],
  ],
]

test.each(commands)('commands: %s', (_name, list, expected) => {
  expect(complaints(() => validateCommands(list.map((one) => ({ ...one }))))).toEqual(expected)
})
