import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import mongoose from 'mongoose'
import { expect, inject, onTestFinished, test } from 'vitest'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { openRecords } from '../../local/records.ts'

test('npm run demo fills a new playground with a week of sixty tickets in all states', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-demo-'))
  const database = await mongoose
    .createConnection(`${inject('mongodb')}demo-${randomBytes(4).toString('hex')}`)
    .asPromise()
  onTestFinished(async () => {
    await database.dropDatabase()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    DESK_DATA: path.join(folder, 'data'),
    DESK_PLAYGROUND: '1',
    MONGODB_URI: `${inject('mongodb')}${database.name}`,
  }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['start/demo/demo.ts'], { env })
  expect(stderr).toBe('')
  expect(stdout).toContain('Start the desk with `npm start`')

  const tickets = await database.collection<Ticket>('tickets').find().sort({ number: 1 }).toArray()
  const states = Map.groupBy(tickets, ({ status }) => status)
  expect(tickets).toHaveLength(60)
  expect([...states.keys()].sort()).toEqual(['closed', 'in_progress', 'open', 'resolved', 'waiting'])
  expect(tickets.every(({ surfaces }) => surfaces.slack && surfaces.discord?.card)).toBe(true)
  expect(tickets.filter(({ triage }) => triage.state !== 'done')).toEqual([])
  const days = new Set(tickets.map(({ createdAt }) => createdAt.toDateString()))
  expect(days.size).toBe(7)
  expect((tickets.at(-1)?.createdAt.getTime() ?? 0) < Date.now()).toBe(true)

  const records = openRecords(path.join(folder, 'data', 'playground', 'records.db'))
  onTestFinished(records.close)
  const [first] = tickets
  const said = records.of<{ message: { thread_ts?: string; ts: string } }>('slack-message').all()
  const answers = said.filter(({ message }) => message.thread_ts === first?.surfaces.slack?.ts)
  expect(answers.length).toBeGreaterThan(1)
  expect(Number(answers[0]?.message.ts) * 1_000).toBeLessThan(Date.now() - 5 * 24 * 3_600_000)
})
