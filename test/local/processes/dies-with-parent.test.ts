import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runScript } from '../other-process.ts'
import { isAlive } from '../processes.ts'
import { temporaryFolder } from '../temporary-folder.ts'

test.each(['kernel', 'shell'])(
  'a child watched by the %s is gone after its parent was killed by -9',
  async (kind) => {
    const log = path.join(await temporaryFolder(), 'sleep.log')
    const parent = runScript('./parent-of-sleep.ts', kind, log)
    await parent.line(/started/)
    const pid = await expect
      .poll(async () => Number(/pid (\d+)/.exec(await readFile(log, 'utf8'))?.[1]))
      .toBeGreaterThan(0)
      .then(async () => Number(/pid (\d+)/.exec(await readFile(log, 'utf8'))?.[1]))
    expect(isAlive(pid)).toBe(true)

    parent.child.kill('SIGKILL')

    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
  },
)
