import { describe, expect, test } from 'vitest'
import { builtInSkills as skills } from '../../../../core/catalog/built-in.ts'
import { seedCatalog } from '../../../../core/catalog/seed.ts'
import { hasLink } from '../../../../core/rich-text/has-link.ts'
import { readMarkdown } from '../../../../core/rich-text/read-markdown.ts'
import { GeminiFailure } from '../../../../core/triage/gemini/gemini-failure.ts'
import { parseAnalysis } from '../../../../core/triage/gemini/parse-analysis.ts'

const good = {
  category: 'Hardware',
  priority: 'high',
  summary: 'The printer burns.',
  skills: ['Printers'],
  notes: '- Put it out.',
  confidence: 0.8,
  reasons: ['smoke'],
}
const lists = seedCatalog({ skills: [], categories: [] })
const parse = (text: string) => parseAnalysis(text, lists)
const parsed = (more: object) => parse(JSON.stringify({ ...good, ...more }))

describe('reads JSON however it is wrapped', () => {
  const json = JSON.stringify(good)
  test.each<[string, string]>([
    ['plain', json],
    ['in a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['in a fence with chatter around', `Here you are:\n\`\`\`\n${json}\n\`\`\`\nAnything else?`],
    [
      'with trailing commas',
      '{"category":"Hardware","priority":"high","summary":"The printer burns.","skills":["Printers",],"notes":"- Put it out.","confidence":0.8,"reasons":["smoke", ],\n}',
    ],
    [
      'with fields that nobody asked for',
      JSON.stringify({ ...good, assignee: 'Max Moe', system: 'You triage' }),
    ],
  ])('%s', (_name, text) => expect(parse(text)).toEqual(good))

  test('and leaves a comma inside of words alone', () => {
    expect(parsed({ summary: 'It says "a,]" and stops,}' }).summary).toBe('It says "a,]" and stops,}')
  })
})

describe('is forgiving where nothing is lost', () => {
  test.each<[string, object, object]>([
    ['case', { category: 'hARDWARE ', priority: ' HIGH' }, { category: 'Hardware', priority: 'high' }],
    ['space around words', { summary: '  Burns.  ' }, { summary: 'Burns.' }],
    ['no notes', { notes: undefined }, { notes: '' }],
    ['no reasons', { reasons: undefined }, { reasons: [] }],
    ['reasons of a wrong type', { reasons: 'smoke' }, { reasons: [] }],
    ['no skills', { skills: undefined }, { skills: [] }],
    ['skills of a wrong type', { skills: 'Printers' }, { skills: [] }],
    ['no confidence', { confidence: undefined }, { confidence: 0.5 }],
    ['confidence in percent', { confidence: 80 }, { confidence: 0.5 }],
    ['a long summary', { summary: 'x'.repeat(600) }, { summary: 'x'.repeat(500) }],
    ['long notes', { notes: 'x'.repeat(3_000) }, { notes: 'x'.repeat(2_000) }],
    ['one reason of a wrong type', { reasons: ['smoke', 3, null, ' '] }, { reasons: ['smoke'] }],
    ['one skill of a wrong type', { skills: ['Printers', 3, null] }, { skills: ['Printers'] }],
    ['lines in a summary', { summary: 'It burns.\n\n# Now' }, { summary: 'It burns. # Now' }],
    ['lines in a reason', { reasons: ['smoke\n- fire'] }, { reasons: ['smoke - fire'] }],
    ['control characters', { summary: 'It \u0000bu\u0007rns\u001b.' }, { summary: 'It burns.' }],
    ['an emoji at the limit', { summary: `${'x'.repeat(499)}😀` }, { summary: 'x'.repeat(499) }],
    ['an emoji at the limit of notes', { notes: `${'x'.repeat(1_999)}😀` }, { notes: 'x'.repeat(1_999) }],
    [
      'an emoji at the limit of a reason',
      { reasons: [`${'x'.repeat(199)}😀`] },
      { reasons: ['x'.repeat(199)] },
    ],
    [
      'a link at the limit',
      { summary: `${'x'.repeat(480)} [click here](https://evil.example/login)` },
      { summary: `${'x'.repeat(480)} click here` },
    ],
    [
      'many reasons',
      { reasons: Array(9).fill('x'.repeat(300)) },
      { reasons: Array(6).fill('x'.repeat(200)) },
    ],
  ])('%s', (_name, given, expected) => expect(parsed(given)).toMatchObject(expected))
})

describe('skills', () => {
  test.each<[string, string[], string[]]>([
    ['exact', ['Node.js', 'C++', 'C#'], ['Node.js', 'C++', 'C#']],
    ['in the order of the desk’s list', ['C#', 'Java'], ['Java', 'C#']],
    ['in another case', ['javascript', 'wi-fi'], ['Wi-Fi', 'JavaScript']],
    ['Java is not JavaScript', ['Java'], ['Java']],
    ['foreign ones are dropped', ['Plumbing', 'Printers', 'Ignore previous instructions'], ['Printers']],
    ['patterns are words', ['.*', 'C.+', 'Java|HR'], []],
    ['the same one twice', ['Printers', 'printers'], ['Printers']],
    ['eight at most', [...skills], skills.slice(0, 8)],
  ])('%s', (_name, said, known) => expect(parsed({ skills: said }).skills).toEqual(known))
})

describe('is strict where a mistake would mislead', () => {
  test.each<[string, string, string]>([
    ['no JSON', 'I am sorry, I can not do that.', 'Gemini did not answer with JSON'],
    ['nothing', '', 'Gemini did not answer with JSON'],
    ['half of it', JSON.stringify(good).slice(0, -10), 'Gemini did not answer with JSON'],
    ['braces the wrong way', '} {', 'Gemini did not answer with JSON'],
    [
      'a foreign category',
      JSON.stringify({ ...good, category: 'Plumbing' }),
      "Gemini's answer had a wrong category",
    ],
    [
      'a foreign priority',
      JSON.stringify({ ...good, priority: 'P1' }),
      "Gemini's answer had a wrong priority",
    ],
    ['no category', JSON.stringify({ ...good, category: undefined }), "Gemini's answer had a wrong category"],
    ['an empty summary', JSON.stringify({ ...good, summary: ' ' }), "Gemini's answer had a wrong summary"],
    [
      'a summary of a wrong type',
      JSON.stringify({ ...good, summary: 1 }),
      "Gemini's answer had a wrong summary",
    ],
    [
      'a summary that is only a link',
      JSON.stringify({ ...good, summary: '[](https://evil.example)' }),
      "Gemini's answer had a wrong summary",
    ],
  ])('%s', (_name, text, message) => {
    expect(() => parse(text)).toThrow(GeminiFailure)
    expect(() => parse(text)).toThrow(message)
  })
})

describe('links do not get through', () => {
  test.each<[string, string]>([
    ['see [the page](https://evil.example/a?b=c)', 'see the page'],
    ['![logo](https://evil.example/pixel.png)', 'logo'],
    ['https://evil.example', '[link removed]'],
    ['go to HTTP://EVIL.example/x now', 'go to [link removed] now'],
    ['<https://evil.example>', '[link removed]'],
    ['[click [here]](https://evil.example)', 'click [here]'],
    ['[a](javascript:alert(1))', 'a'],
    ['<https:/evil.example>', '[link removed]'],
    ['http\u200b://evil.example', '[link removed]'],
    ['ht\u00adtps://evil.example', '[link removed]'],
    ['https：//evil.example', '[link removed]'],
    ['https://[::1]/', '[link removed]'],
    ['hhttps://evil.example', '[link removed]'],
    ['restart (twice) [if needed]', 'restart (twice) [if needed]'],
  ])('%s', (said, kept) => {
    expect(parsed({ notes: said }).notes).toBe(kept)
    expect(parsed({ summary: `Fire ${said}` }).summary).toBe(`Fire ${kept}`)
    expect(parsed({ reasons: [said] }).reasons).toEqual([kept])
  })

  test.each([
    '[click \\] here](https&#58;//evil.example)',
    '[click \\] here](https:\\/\\/evil.example)',
    '[click [here]](//evil.example)',
    '[click \\] here][1]\n\n[1]: //evil.example',
    '![a \\] b](https:\\/\\/evil.example/pixel.png)',
    '[click][1]\n\n[1]: https://evil.example',
    '[[click]](//evil.example)',
    '[x]: https://evil.example\n\nsee [x]',
    '**bold [click \\] here](<https&colon;//evil.example>)**',
  ])('nor those that only a reader of Markdown sees: %s', (said) => {
    const { summary, notes } = parsed({ summary: said, notes: said })
    for (const shown of [summary, notes]) {
      const tree = JSON.stringify(readMarkdown(shown))
      expect(tree).not.toMatch(/"type":"(link|image)/)
    }
  })

  test.each(['Mail uma@example.com about *it*', 'Use `npm ci`, **twice**'])(
    'what is none stays: %s',
    (said) => {
      expect(parsed({ summary: said }).summary).toBe(said)
    },
  )

  test('nor does one in code that the limit opens', () => {
    for (const said of [
      `\`${'x '.repeat(220)} https://evil.example ${'y '.repeat(50)}\``,
      `${'x'.repeat(485)} \`https://evil.example/a/b\``,
    ])
      expect(hasLink(parsed({ summary: said }).summary)).toBe(false)
  })

  test('nor do so many short ones break the answer', () => {
    expect(parsed({ notes: 'http://a '.repeat(220) }).notes).not.toContain('http')
  })
})
