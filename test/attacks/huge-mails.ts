import type { rawMail } from '../support/raw-mail.ts'

const megabyte = 1_000_000

/** What differs from an ordinary mail. */
export type Mail = Partial<Parameters<typeof rawMail>[0]>

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index))
const part = (type: string, content: string, more = '') => `Content-Type: ${type}\n${more}\n${content}`

function nestedParts(depth: number): string {
  const open = times(depth, (at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}`)
  return [...open, 'Content-Type: text/plain\n\nx'].join('\n')
}

const html = (content: string) => ({ parts: [part('text/html', content)], text: '' })
const base64 = (bytes: number) =>
  part('text/plain', Buffer.alloc(bytes).toString('base64'), 'Content-Transfer-Encoding: base64\n')

/** Mails that cost more than they should, from somebody whom the desk knows. */
export const hugeMails: Record<string, () => Mail> = {
  'more than the limit': () => ({ text: 'x'.repeat(45 * megabyte) }),
  '30 MB of text': () => ({ text: 'The printer burns.\n'.repeat(1_600_000) }),
  '30 MB of one line': () => ({ text: 'x'.repeat(30 * megabyte) }),
  '20,000 signs of markup': () => ({ text: '[*_`<&~|#\n'.repeat(2_000) }),
  '5,000 parts': () => ({ parts: times(5_000, (at) => part('text/plain', `Part ${at}`)) }),
  '5,000 nested parts': () => ({ parts: [nestedParts(5_000)] }),
  '100,000 header fields': () => ({ headers: times(100_000, (at) => `X-${at}: x`) }),
  'a subject of 1 MB': () => ({ subject: 'x'.repeat(megabyte) }),
  'a subject of 200 KB in encoded words': () => ({ subject: '=?utf-8?q?=C3=A9?= '.repeat(10_000) }),
  '10,000 recipients': () => ({ headers: [`Cc: ${times(10_000, (at) => `a${at}@b.example`).join(', ')}`] }),
  '30 MB of zeros as base64': () => ({ parts: [base64(22 * megabyte)] }),
  'HTML of 100,000 nested tags': () => html('<div>'.repeat(100_000)),
  'HTML of 20,000 wide cells': () => html(`<table><tr>${'<td colspan=1000 rowspan=1000>x'.repeat(20_000)}`),
  '100 parts of HTML': () => ({ parts: times(100, () => part('text/html', '<blockquote>'.repeat(20_000))) }),
}
