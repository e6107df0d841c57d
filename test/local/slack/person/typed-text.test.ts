import { describe, expect, test } from 'vitest'
import { typedText } from '../../../../local/slack/person/typed-text.ts'
import { problemsOfBlocks } from '../../../../local/slack/schemas/block-schemas.ts'

const words = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) })
const line = (...elements: object[]) => ({ type: 'rich_text_section', elements })

describe('what a person types becomes rich text as in Slack’s composer', () => {
  test.each([
    ['plain', 'Printer smokes', [line(words('Printer smokes'))]],
    ['bold', 'It *burns*!', [line(words('It '), words('burns', { bold: true }), words('!'))]],
    ['nested', '*_both_*', [line(words('both', { bold: true, italic: true }))]],
    ['struck', '~no~', [line(words('no', { strike: true }))]],
    ['code', '`a *b* <c>`', [line(words('a *b* <c>', { code: true }))]],
    ['signs within words', 'a_b_c 2*3*4', [line(words('a_b_c 2*3*4'))]],
    ['an emoji', ':fire: now', [line({ type: 'emoji', name: 'fire' }, words(' now'))]],
    ['no emoji of this name', 'at 10:30:15 :nope:', [line(words('at 10:30:15 '), words(':nope:'))]],
    ['a mention', '<@U1> look', [line({ type: 'user', user_id: 'U1' }, words(' look'))]],
    [
      'an address, without the stop after it',
      '(see https://a.b/c).',
      [line(words('(see '), { type: 'link', url: 'https://a.b/c' }, words(').'))],
    ],
    ['an address', 'see https://a.b/c', [line(words('see '), { type: 'link', url: 'https://a.b/c' })]],
    [
      'a quote',
      'they said\n> no\n> never\nso',
      [
        line(words('they said')),
        { type: 'rich_text_quote', elements: [words('no\nnever')] },
        line(words('so')),
      ],
    ],
    [
      'a block of code',
      'log:\n```\na *b*\n```',
      [line(words('log:\n')), { type: 'rich_text_preformatted', elements: [words('a *b*')] }],
    ],
  ])('%s', (_, typed, elements) => {
    const { block } = typedText(typed)
    expect(block.elements).toEqual(elements)
    expect(problemsOfBlocks([block], 'message')).toEqual([])
  })

  test('and its text keeps the signs, with entities for Slack’s own', () => {
    expect(typedText('a < *b* & <@U1> https://x.y/?a&b').text).toBe(
      'a &lt; *b* &amp; <@U1> <https://x.y/?a&amp;b>',
    )
  })
})
