import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { rawMail } from '../support/raw-mail.ts'
import { type Attack, mustHold } from './attack.ts'
import { hugeMails, type Mail } from './huge-mails.ts'
import { mailIn } from './mail-in.ts'
import type { Person, Target } from './target.ts'

/** How long an ordinary mail takes once they are answered. */
const maxMs = 5_000
const maxMemoryMb = 700

const mailOf = ({ email }: Person, more: Mail) =>
  rawMail({
    from: email,
    to: 'support@desk.example',
    ...more,
    headers: [mailIn.passes, ...(more.headers ?? [])],
  })

/** The most memory that the desk has had, in MB. */
const peakMemory = async ({ pid }: Target) =>
  Number(/VmHWM:\s*(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024

/** As a provider does: again when the desk asks for that. */
async function deliver(target: Target, raw: string) {
  for (;;) {
    const answer = await mailIn.post(target, raw)
    if (answer.status !== 503) return answer
    await sleep(1_000)
  }
}

async function deliverAll(target: Target, sender: Person) {
  const deliveries = Object.entries(hugeMails).map(async ([what, make]) => {
    const { status } = await deliver(target, mailOf(sender, make()))
    mustHold([200, 400, 413].includes(status), `${what} is answered ${status}`)
  })
  await Promise.all(deliveries)
}

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
    await sleep(50)
  }
  return slowest
}

export const mailFloods: Attack[] = [
  {
    item: 'mail',
    title: 'huge mails, and mails that are hard to read, keep the desk from the next one',
    run: async (target) => {
      const sender = await target.somebody('moderator')
      const before = await peakMemory(target)
      const delivered = deliverAll(target, sender)
      const slowest = await slowestWhile(target, delivered)
      await delivered
      const nextAt = Date.now()
      const { outcome } = await mailIn.post(target, mailOf(sender, { subject: 'The next one' }))
      const tookMs = Date.now() - nextAt
      mustHold(outcome === 'filed', `the next mail is ${outcome}`)
      mustHold(tookMs < maxMs, `the next mail takes ${tookMs} ms`)
      const memory = Math.round((await peakMemory(target)) - before)
      mustHold(memory < maxMemoryMb, `the desk needs ${memory} MB more`)
      return `${Object.keys(hugeMails).length} of them at once need ${memory} MB and hold up other answers for ${slowest} ms; the next is filed in ${tookMs} ms`
    },
  },
]
