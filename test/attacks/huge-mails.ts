import { readFile } from 'node:fs/promises'
import { rawMail } from '../support/raw-mail.ts'
import { type Attack, mustHold } from './attack.ts'
import { mailIn } from './mail-in.ts'
import type { Target } from './target.ts'

const megabyte = 1_000_000
/** Once all of them are answered. */
const longestWaitMs = 5_000
const mostMemoryMb = 700

type Mail = Partial<Parameters<typeof rawMail>[0]>
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
const huge: Record<string, () => Mail> = {
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

/** The most memory that the desk has had, in MB. */
const peakMemory = async ({ pid }: Target) =>
  Number(/VmHWM:\s*(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024

/** Asks until the work ends. @returns the longest that an answer took, in ms */
async function slowestWhile({ anonymous }: Target, work: Promise<unknown>): Promise<number> {
  let isDone = false
  let slowest = 0
  const end = () => {
    isDone = true
  }
  void work.then(end, end)
  while (!isDone) {
    const askedAt = Date.now()
    await anonymous.get('/api/health')
    slowest = Math.max(slowest, Date.now() - askedAt)
    await new Promise((done) => setTimeout(done, 50))
  }
  return slowest
}

export const hugeMails: Attack[] = [
  {
    item: 'mail',
    title: 'huge mails, and mails that are hard to read, keep the desk from the next one',
    run: async (target) => {
      const sender = await target.somebody('moderator')
      const mail = (more: Mail) =>
        rawMail({ from: sender.email, to: 'support@desk.example', headers: [], ...more }).replace(
          '\r\n',
          `\r\n${mailIn.passes}\r\n`,
        )
      const raws = Object.entries(huge).map(([what, make]) => [what, mail(make())] as const)
      const before = await peakMemory(target)
      const posted = Promise.all(
        raws.map(async ([what, raw]) => {
          const { status } = await mailIn.post(target, raw)
          mustHold([200, 400, 413].includes(status), `${what} is answered ${status}`)
        }),
      )
      const slowest = await slowestWhile(target, posted)
      await posted
      const nextAt = Date.now()
      const { outcome } = await mailIn.post(target, mail({ subject: 'The next one' }))
      const tookMs = Date.now() - nextAt
      mustHold(outcome === 'filed', `the next mail is ${outcome}`)
      mustHold(tookMs < longestWaitMs, `the next mail takes ${tookMs} ms`)
      const memory = Math.round((await peakMemory(target)) - before)
      mustHold(memory < mostMemoryMb, `the desk needs ${memory} MB more`)
      return `${raws.length} of them at once need ${memory} MB and hold up other answers for ${slowest} ms; the next is filed in ${tookMs} ms`
    },
  },
]
