import fc from 'fast-check'

export const emoji = [
  { characters: '🎉', name: 'tada' },
  { characters: '👀', name: 'eyes' },
  { characters: '❤️', name: 'heart' },
] as const

const sides = ['slack', 'discord', 'console', 'mail'] as const
export type Side = (typeof sides)[number]
type Chat = 'slack' | 'discord'

const acts = ['claim', 'release', 'wait', 'resolve', 'reopen'] as const
const requesterActs = ['solve', 'come back', 'rate well', 'rate badly'] as const
export type ActName = (typeof acts)[number] | (typeof requesterActs)[number]

/** Which calls of the desk a fault meets, by platform. */
export const calls = {
  any: { slack: '*', discord: { path: /./ } },
  post: { slack: 'chat.postMessage', discord: { method: 'POST', path: /\/messages$/ } },
  edit: { slack: 'chat.update', discord: { method: 'PATCH', path: /\/messages\/\d+$/ } },
  delete: { slack: 'chat.delete', discord: { method: 'DELETE', path: /\/messages\/\d+$/ } },
  file: { slack: 'files.completeUploadExternal', discord: { method: 'POST', path: /\/messages$/ } },
  upload: { slack: 'files.getUploadURLExternal', discord: { method: 'POST', path: /\/messages$/ } },
  unfile: { slack: 'files.delete', discord: { method: 'DELETE', path: /\/messages\/\d+$/ } },
  react: { slack: 'reactions.add', discord: { method: 'PUT', path: /\/reactions\// } },
  unreact: { slack: 'reactions.remove', discord: { method: 'DELETE', path: /\/reactions\// } },
  read: { slack: 'conversations.replies', discord: { method: 'GET', path: /\/messages$/ } },
  thread: { slack: 'files.info', discord: { method: 'PATCH', path: /\/channels\/\d+$/ } },
} as const
export type Call = keyof typeof calls
const callNames = Object.keys(calls) as Call[]

/** What a message consists of. @property paragraphs default 1; 5 and more are shown in parts on Discord; 0: only a file @property name of the file */
export type Saying = { do: 'say'; side: Side; file: boolean; paragraphs?: number; name?: string }

/** What happens, in one step. `nth` picks among the messages that the step can be about. */
export type Step =
  | Saying
  | { do: 'edit'; nth: number; paragraphs?: number }
  | { do: 'remove'; nth: number }
  | { do: 'react' | 'unreact'; side: Chat; nth: number; emoji: number }
  | { do: 'note' }
  | { do: 'act'; name: ActName }
  | { do: 'redeliver'; count: number }
  | { do: 'mail again'; nth: number }
  | { do: 'fault'; on: Chat; kind: '429' | '500' | 'lost'; times: number; call?: Call }
  /** what is said next in a chat can't be stored at first */
  | { do: 'fail database'; times: number }
  | { do: 'drop'; on: Chat; resumable: boolean }
  | { do: 'restart'; meanwhile: Step[]; isLong?: boolean }
  | { do: 'wait' }
  /** only in programs written by hand: waits until the newest message is there */
  | { do: 'see'; on: Chat }

const nth = fc.nat({ max: 9 })
const chat = fc.constantFrom('slack' as const, 'discord' as const)
const one = <const Name extends string, Fields extends Record<string, fc.Arbitrary<unknown>>>(
  name: Name,
  fields: Fields,
) => fc.record({ do: fc.constant(name), ...fields })

const paragraphs = fc.oneof(
  { weight: 5, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.constantFrom(5, 9) },
)
const say = fc.oneof(
  {
    weight: 7,
    arbitrary: one('say', {
      side: fc.constantFrom(...sides),
      file: fc.nat({ max: 4 }).map((number) => number === 0),
      paragraphs,
    }),
  },
  {
    weight: 1,
    arbitrary: one('say', {
      side: fc.constantFrom(...sides),
      file: fc.constant(true),
      paragraphs: fc.constant(0),
    }),
  },
)
const talk = [
  { weight: 8, arbitrary: say },
  { weight: 4, arbitrary: one('edit', { nth, paragraphs }) },
  { weight: 2, arbitrary: one('remove', { nth }) },
  { weight: 3, arbitrary: one('react', { side: chat, nth, emoji: fc.nat({ max: emoji.length - 1 }) }) },
  { weight: 2, arbitrary: one('unreact', { side: chat, nth, emoji: fc.nat({ max: emoji.length - 1 }) }) },
  { weight: 1, arbitrary: one('note', {}) },
  { weight: 2, arbitrary: one('act', { name: fc.constantFrom(...acts, ...requesterActs) }) },
  { weight: 1, arbitrary: one('mail again', { nth }) },
]
const steps = [
  ...talk,
  { weight: 1, arbitrary: one('redeliver', { count: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 3,
    arbitrary: one('fault', {
      on: chat,
      kind: fc.constantFrom('429' as const, '500' as const, 'lost' as const),
      times: fc.integer({ min: 1, max: 3 }),
      call: fc.constantFrom(...callNames),
    }),
  },
  { weight: 1, arbitrary: one('fail database', { times: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: one('drop', { on: chat, resumable: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant({ do: 'wait' } as const) },
]

const restart = one('restart', {
  meanwhile: fc.array(fc.oneof(...talk), { maxLength: 4 }),
  isLong: fc.boolean(),
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
