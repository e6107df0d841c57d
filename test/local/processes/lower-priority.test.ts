import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const module = new URL('../../../local/processes/lower-priority.ts', import.meta.url)

/** What a process of its own session says after it has yielded. */
async function saidAfterYielding(expression: string): Promise<string> {
  const script = `(await import(${JSON.stringify(module.href)})).lowerPriority(); console.log(${expression})`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return (await text(child.stdout)).trim()
}

test('a process that yields has a lower priority, and so have those that it starts', async () => {
  const ofChild = `(await import('node:child_process')).execFileSync(process.execPath, ['--print', 'os.getPriority()'])`
  const said = await saidAfterYielding(`(await import('node:os')).getPriority(), Number(${ofChild})`)
  const [own, started] = said.split(' ').map(Number)
  expect(own).toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL)
  expect(started).toBe(own)
})

test.runIf(existsSync('/proc/self/autogroup'))('its whole session yields to other sessions', async () => {
  const said = await saidAfterYielding(
    `(await import('node:fs')).readFileSync('/proc/self/autogroup', 'utf8')`,
  )
  expect(said).toMatch(/ nice 10$/)
})
