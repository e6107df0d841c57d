import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '../../../core/errors.ts'
import { receiveMail } from '../../../core/inbound-mail/receive-mail.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../support/desk-in-process.ts'
import { bytesOf, rawMail } from '../../support/raw-mail.ts'

let at: DeskInProcess
let ann: Known
beforeAll(async () => {
  at = await deskInProcess({ inboundMail: {} })
  ann = await at.somebody('admin', { name: 'ann' })
})
afterAll(() => at.close())

const charsets = [
  ...['utf-8', 'utf-7', 'utf-16', 'utf-32be', 'iso-2022-jp', 'iso-2022-kr', 'gb18030', 'big5', 'shift_jis'],
  ...[
    'koi8-r',
    'windows-1257',
    'macintosh',
    'ibm866',
    'x-unknown',
    '',
    '"',
    'utf-8\0',
    '../../etc',
    'constructor',
  ],
]
const charset = fc.constantFrom(...charsets)
const encoding = fc.constantFrom(
  'base64',
  'quoted-printable',
  '7bit',
  '8bit',
  'binary',
  'x-uuencode',
  '',
  'constructor',
)
const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some).toString('latin1'))
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), bytes)
const broken = fc.constantFrom(
  ...[
    '=?utf-8?B?4pyT',
    '=?utf-8?Q?=C3?=',
    '=?x?Z?a?=',
    '=?=?=',
    '=E2=82',
    '====',
    '\0\0',
    '\r',
    '\n',
    '\r\n\r\n',
  ],
  ...[
    '--part',
    '--part--',
    '----',
    '\u202e',
    '\ud800',
    'begin 644 a\n#0V%T\n`\nend',
    '.\r\n',
    '"',
    '(((',
    '<<>',
    ';;;',
  ],
)
const text = fc.array(fc.oneof(words, broken), { maxLength: 6 }).map((some) => some.join(''))
const encoded = fc
  .tuple(charset, fc.constantFrom('B', 'Q', 'b', 'x'), bytes)
  .map(([set, how, some]) => `=?${set}?${how}?${how === 'Q' ? some : Buffer.from(some).toString('base64')}?=`)
const subject = fc.oneof(encoded, text)

const type = fc.constantFrom(
  ...['text/plain', 'text/html', 'text/enriched', 'multipart/mixed', 'multipart/alternative', 'multipart/'],
  ...[
    'message/rfc822',
    'message/delivery-status',
    'message/partial',
    'application/ms-tnef',
    'image/png',
    'text',
    '/',
  ],
)
const parameters = fc.constantFrom(
  ...[
    '; boundary=part',
    '; boundary="part',
    '; boundary=',
    "; name*0*=utf-8''%E2; name*1*=%82",
    '; format=flowed; delsp=yes',
    '',
  ],
)
const disposition = fc.constantFrom(
  ...[
    '',
    'Content-Disposition: attachment; filename="../../a\0.txt"',
    'Content-Disposition: inline',
    'Content-Disposition: ;;=',
  ],
)
const part: fc.Arbitrary<string> = fc
  .record({ type, charset, parameters, encoding, disposition, text })
  .map((one) =>
    [
      `Content-Type: ${one.type}; charset=${one.charset}${one.parameters}`,
      `Content-Transfer-Encoding: ${one.encoding}`,
      ...(one.disposition ? [one.disposition] : []),
      '',
      one.text,
    ].join('\n'),
  )
const odd = fc.record({
  subject,
  name: subject,
  header: text.map((some) => `X-Odd: ${some}`),
  top: part,
  parts: fc.array(part, { maxLength: 4 }),
  isReply: fc.boolean(),
})

test('odd character sets and broken MIME never fail in a way that holds up the mails after them', {
  timeout: 300_000,
}, async () => {
  const { inbound } = at
  if (!inbound) throw new Error('no mail')
  const outcomes = new Map<string, number>()
  const property = fc.asyncProperty(odd, async ({ name, header, top, parts, ...one }) => {
    const to = one.isReply ? 'support+1.aaaaaaaaaaaaaaaaaaaa@example.com' : 'support@example.com'
    const raw = rawMail({ from: `${name} <${ann.user.email}>`, to, subject: one.subject, headers: [header] })
    const [head = ''] = raw.split('\r\nContent-Type:')
    const body = [top, ...parts.flatMap((some) => ['--part', some])].join('\n').replace(/\r?\n/g, '\r\n')
    const outcome = await receiveMail(inbound, bytesOf(`${head}\r\n${body}`, 97)).catch((error: unknown) => {
      if (!isRefusal(error)) throw error
      return error.kind
    })
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  })
  await fc.assert(property, { numRuns: 150 })
  expect(outcomes.get('filed')).toBeGreaterThan(10)
  const honest = rawMail({ from: ann.user.email ?? '', to: 'support@example.com' })
  expect(await receiveMail(inbound, bytesOf(honest))).toBe('filed')
})
