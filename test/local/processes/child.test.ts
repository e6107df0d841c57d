import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type ChildOptions, startChild } from '../../../local/processes/child.ts'
import { shellWatch } from '../../../local/processes/dies-with-parent.ts'
import { isAlive } from '../processes.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const never = () => Promise.reject(new Error('not yet'))

async function shell(script: string, more: Partial<ChildOptions> = {}) {
  const log = path.join(await temporaryFolder(), 'logs', 'service.log')
  const remedy = 'Set SERVICE_URL to use your own'
  return {
    log,
    child: await startChild({ name: 'Service', command: 'sh', args: ['-c', script], log, remedy, ...more }),
  }
}

test('a child that ends while starting is reported in one line with its last output and the remedy', async () => {
  const { child, log } = await shell('echo fine; echo "error: port 1234 is in use"; echo bye; exit 3')
  await expect(child.ready(never, 5000)).rejects.toThrow(
    `Service ended while starting (code 3): error: port 1234 is in use. Set SERVICE_URL to use your own (log: ${log})`,
  )
})

test('a missing program is reported with the remedy', async () => {
  const { child } = await shell('', { command: '/nowhere/service' })
  await expect(child.ready(never, 5000)).rejects.toThrow(
    /^Service ended .*\. Set SERVICE_URL to use your own/,
  )
})

test('a child that is never ready is ended and reported', async () => {
  const { child } = await shell('echo loading; exec sleep 1000')
  await expect(child.ready(never, 300)).rejects.toThrow(
    /^Service was not ready after 0 s: loading\. Set SERVICE_URL/,
  )
  expect(isAlive(child.pid)).toBe(false)
})

test('its output of this run is reported, not that of an earlier one', async () => {
  const { child, log } = await shell('echo error one; exit 1')
  await child.ended
  const remedy = 'None'
  const again = await startChild({
    name: 'Service',
    command: 'sh',
    args: ['-c', 'echo two; exit 1'],
    log,
    remedy,
  })
  await expect(again.ready(never, 5000)).rejects.toThrow('Service ended while starting (code 1): two. None')
  expect(await readFile(log, 'utf8')).toBe('error one\ntwo\n')
})

test.each([
  ['the kernel', undefined],
  ['the shell', shellWatch],
])('stopping lets a child watched by %s end in its own way', async (_, wrap) => {
  const script = 'trap "echo closed; exit 0" TERM; echo open; while :; do sleep 0.05; done'
  const { child, log } = await shell(script, wrap && { wrap })
  await child.ready(async () => expect(await readFile(log, 'utf8')).toBe('open\n'), 5000)
  await child.stop()
  expect(await readFile(log, 'utf8')).toBe('open\nclosed\n')
  expect(await child.ended).toBe('code 0')
})

test('one that will not end is killed with those that it started', async () => {
  const { child, log } = await shell('trap "" TERM; sleep 1000 & echo "inner $!"; wait; wait', {
    stopWithin: 100,
  })
  await child.ready(async () => expect(await readFile(log, 'utf8')).toContain('inner'), 5000)
  await child.stop()
  expect(await child.ended).toBe('SIGKILL')
  const inner = Number(/inner (\d+)/.exec(await readFile(log, 'utf8'))?.[1])
  await expect.poll(() => isAlive(inner)).toBe(false)
})

test('one that ends by itself later is reported, one that is stopped is not', async () => {
  const told: string[] = []
  const onExit = (line: string) => told.push(line)
  const fine = () => Promise.resolve()
  const stopped = await shell('exec sleep 1000', { onExit })
  await stopped.child.ready(fine, 5000)
  await stopped.child.stop()
  const crashed = await shell('sleep 0.2; exit 7', { onExit })
  await crashed.child.ready(fine, 5000)
  await crashed.child.ended
  expect(told).toEqual([`Service exited unexpectedly (code 7). Restart the desk. (log: ${crashed.log})`])
})
