import path from 'node:path'
import { expect, test } from 'vitest'
import { startMailbox } from '../../local/mail/mailbox.ts'
import { startLocalServices } from '../../local/services.ts'
import { runScript } from './other-process.ts'
import { descendants, isAlive } from './processes.ts'
import { temporaryFolder } from './temporary-folder.ts'

const everything = '../../local/run.ts'

test('only what is needed is started', { timeout: 60_000 }, async () => {
  const dataFolder = await temporaryFolder()
  const needs = { database: false, inngest: false, mail: true }
  const services = await startLocalServices({ needs, dataFolder, report: () => undefined })
  expect(services).toMatchObject({ database: undefined, inngest: undefined, problems: [] })
  expect(services.mail?.port).toBeGreaterThan(0)
  await services.stop()
  await expect(
    startMailbox({ folder: path.join(dataFolder, 'mail'), report: () => undefined }),
  ).resolves.toBeDefined()
})

test('all of them are gone after Ctrl-C', { timeout: 60_000 }, async () => {
  const run = runScript(everything, await temporaryFolder())
  await run.line(/^MAILTRAP_SMTP_PORT=/)
  const below = descendants(run.child.pid ?? 0)
  run.child.kill('SIGINT')
  await run.ended
  expect(run.child.exitCode).toBe(0)
  expect(below.filter(isAlive)).toEqual([])
})

test('no process is left when theirs was killed with -9', { timeout: 60_000 }, async () => {
  const run = runScript(everything, await temporaryFolder())
  await run.line(/^MAILTRAP_SMTP_PORT=/)
  const below = descendants(run.child.pid ?? 0)
  expect(below.length).toBeGreaterThanOrEqual(2)
  run.child.kill('SIGKILL')
  await expect.poll(() => below.filter(isAlive), { timeout: 8000 }).toEqual([])
})
