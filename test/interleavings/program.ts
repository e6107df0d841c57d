import fc from 'fast-check'

export const emoji = [
  { characters: '🎉', name: 'tada' },
  { characters: '👀', name: 'eyes' },
  { characters: '❤️', name: 'heart' },
] as const

const sides = ['slack', 'discord', 'console'] as const
export type Side = (typeof sides)[number]
const acts = ['claim', 'release', 'wait', 'resolve', 'reopen'] as const
export type ActName = (typeof acts)[number]

/** What happens, in one step. `nth` picks among the messages that the step can be about. */
export type Step =
  | { do: 'say'; side: Side; file: boolean }
  | { do: 'edit' | 'remove'; nth: number }
  | { do: 'react' | 'unreact'; side: 'slack' | 'discord'; nth: number; emoji: number }
  | { do: 'note' }
  | { do: 'act'; name: ActName }
  | { do: 'redeliver'; count: number }
  | { do: 'fault'; on: 'slack' | 'discord'; kind: '429' | '500' | 'lost'; times: number }
  | { do: 'drop'; on: 'slack' | 'discord'; resumable: boolean }
  | { do: 'restart'; meanwhile: Step[] }
  | { do: 'wait' }

const nth = fc.nat({ max: 9 })
const chat = fc.constantFrom('slack' as const, 'discord' as const)
const one = <const Name extends string, Fields extends Record<string, fc.Arbitrary<unknown>>>(
  name: Name,
  fields: Fields,
) => fc.record({ do: fc.constant(name), ...fields })

const say = one('say', {
  side: fc.constantFrom(...sides),
  file: fc.nat({ max: 4 }).map((number) => number === 0),
})
const talk = [
  { weight: 8, arbitrary: say },
  { weight: 4, arbitrary: one('edit', { nth }) },
  { weight: 2, arbitrary: one('remove', { nth }) },
  { weight: 3, arbitrary: one('react', { side: chat, nth, emoji: fc.nat({ max: emoji.length - 1 }) }) },
  { weight: 2, arbitrary: one('unreact', { side: chat, nth, emoji: fc.nat({ max: emoji.length - 1 }) }) },
]
const steps = [
  ...talk,
  { weight: 1, arbitrary: one('note', {}) },
  { weight: 2, arbitrary: one('act', { name: fc.constantFrom(...acts) }) },
  { weight: 1, arbitrary: one('redeliver', { count: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 2,
    arbitrary: one('fault', {
      on: chat,
      kind: fc.constantFrom('429' as const, '500' as const, 'lost' as const),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: one('drop', { on: chat, resumable: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant({ do: 'wait' } as const) },
]

const restart = one('restart', {
  meanwhile: fc.array(say, { maxLength: 3 }),
})

/** Programs of up to `maxLength` steps. */
export const programs = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.oneof(...steps, { weight: 1, arbitrary: restart }), {
    minLength: 2,
    maxLength,
  }) as fc.Arbitrary<Step[]>

/** A program on one line for each step, to be read and to be pasted into a test. */
export const inWords = (program: Step[]): string =>
  program.map((step) => `  ${JSON.stringify(step)},`).join('\n')
