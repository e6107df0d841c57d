import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { receiveMail } from '../../../core/inbound-mail/receive-mail.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { bytesOf, filePart, rawMail } from '../../support/raw-mail.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess({ inboundMail: { maxBytes: 5_000_000 } })
})
afterAll(() => at.close())

test('a mail that is delivered again while it is being taken in keeps its files', async () => {
  const { inbound } = at
  if (!inbound) throw new Error('no mail')
  const ann = await at.somebody('user')
  const content = Buffer.alloc(1_500_000, 'printer')
  const from = ann.user.email ?? ''
  const raw = rawMail({ from, to: 'support@example.com', parts: [filePart('a.bin', content)] })
  const again = Promise.withResolvers<void>()
  const first = receiveMail(inbound, halfWay(raw, again.promise))
  await vi.waitFor(async () => expect(await at.database.files.countDocuments()).toBe(1), { timeout: 10_000 })
  const second = receiveMail(inbound, bytesOf(raw))
  const isFiled = vi.waitFor(async () => expect(await at.database.tickets.countDocuments()).toBe(1), {
    timeout: 10_000,
  })
  await Promise.race([second, isFiled])
  again.resolve()
  expect(await Promise.all([first, second])).toEqual(['filed', 'filed'])
  const tickets = await at.database.tickets.find().lean()
  expect(tickets).toMatchObject([{ files: [{ name: 'a.bin', size: content.length }] }])
  expect((await contentOf(tickets[0]?.files?.[0]?.id ?? '')).equals(content)).toBe(true)
  expect(await at.desk.fileBytes.list()).toHaveLength(1)
})

/** A delivery that waits in the middle. */
async function* halfWay(raw: string, waiting: Promise<void>) {
  yield* bytesOf(raw.slice(0, raw.length / 2))
  await waiting
  yield* bytesOf(raw.slice(raw.length / 2))
}

async function contentOf(file: string) {
  const parts: Buffer[] = []
  for await (const part of at.desk.fileBytes.read(file)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
