import { type APIApplicationCommand, ApplicationCommandOptionType as Option } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import {
  optionValues,
  slashCommands,
} from '../../../../local/playground/page/src/discord/client/slash-commands.ts'
import {
  suggestPeople,
  withMentions,
} from '../../../../local/playground/page/src/shared/composer/suggestion.ts'
import { withEmoji } from '../../../../local/playground/page/src/shared/composer/with-emoji.ts'
import commands from '../../../../manifests/discord-commands.json' with { type: 'json' }

const people = [
  { id: '1', name: 'Ada' },
  { id: '2', name: 'Ada Lovelace' },
]

describe('what people type', () => {
  test('names become mentions, the longer name first', () => {
    expect(withMentions('@Ada Lovelace and @Ada', people)).toBe('<@2> and <@1>')
  })

  test('people are offered by a part of their name', () => {
    expect(suggestPeople('ask @love', people)).toEqual([
      { key: '2', label: '@Ada Lovelace', text: 'ask @Ada Lovelace ' },
    ])
    expect(suggestPeople('mail ada@love', people)).toEqual([])
  })

  test.each([
    [':eyes: now', '👀 now'],
    ['at 10:30:15', 'at 10:30:15'],
    [':nothing:', ':nothing:'],
    ['<:own:200000000000000001>', '<:own:200000000000000001>'],
  ])('%s in Discord', (typed, sent) => {
    expect(withEmoji(typed)).toBe(sent)
  })
})

describe('slash commands in Discord', () => {
  test('each subcommand of the desk is a command of its own', () => {
    const known = slashCommands(commands as object as APIApplicationCommand[])
    const paths = known.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['ticket new', 'ticket note', 'reply', 'duty on', 'duty until']),
    )
    expect(paths).not.toContain('ticket')
  })

  test('values have the type of their option, and empty ones are left out', () => {
    const option = (name: string, type: Option) => ({ name, type, description: '' }) as never
    const command = {
      path: 'x',
      description: '',
      options: [
        option('text', Option.String),
        option('count', Option.Integer),
        option('all', Option.Boolean),
        option('more', Option.String),
      ],
    }
    expect(optionValues(command, { text: '7', count: '7', all: 'true', more: ' ' })).toEqual({
      text: '7',
      count: 7,
      all: true,
    })
  })
})
