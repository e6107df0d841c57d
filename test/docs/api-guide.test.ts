import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey } from '../../core/users/api-keys/own-api-keys.ts'
import { catchUp } from '../support/catch-up.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { commandsOf, run } from './transcript.ts'

let at: DeskInProcess
let root: Known
let key: string
beforeAll(async () => {
  at = await deskInProcess()
  root = await at.somebody('admin')
  const asked = {
    name: 'Guide',
    scopes: ['tickets:read' as const, 'tickets:write' as const],
    expiresInDays: 1,
  }
  const origin = { surface: 'api', address: null, agent: null } as const
  key = (await createApiKey(at.desk, root.user, asked, origin)).secret
})
afterAll(() => at.close())

/** Every documented field is in the answer, with the same type. What triage fills in may still be null or empty. */
function expectShape(documented: unknown, answered: unknown, path: string) {
  if (documented === null || answered === null) return
  expect(Array.isArray(answered) ? 'array' : typeof answered, path).toBe(
    Array.isArray(documented) ? 'array' : typeof documented,
  )
  if (Array.isArray(documented) && Array.isArray(answered)) {
    const isOfTriage = documented.every((one) => typeof one === 'string')
    if (documented.length > 0 && !isOfTriage) expect(answered.length, path).toBeGreaterThan(0)
    const [one, other] = [documented[0], answered[0]]
    if (one !== undefined && other !== undefined) expectShape(one, other, `${path}[0]`)
  } else if (typeof documented === 'object') {
    for (const [name, value] of Object.entries(documented)) {
      expect(answered, path).toHaveProperty([name])
      expectShape(value, (answered as Record<string, unknown>)[name], `${path}.${name}`)
    }
  }
}

/** The events of a stream, each with its data. */
const eventsOf = (output: string) =>
  [...output.matchAll(/^id: (\S+)\nevent: (\w+)\ndata: (.*)$/gm)].map(([, , event, data = '']) => ({
    event,
    data: JSON.parse(data) as unknown,
  }))

test('docs/api.md: each command prints what stands under it', async () => {
  const commands = commandsOf(await readFile('docs/api.md', 'utf8'))
  const environment = { DESK: at.url, KEY: key }
  const filed = await run(commands.slice(0, 2), environment)
  await catchUp(at.database, at.desk, at.desk.now)
  const printed = [...filed, ...(await run(commands.slice(2), environment))]
  expect(printed).toHaveLength(commands.length)
  expect(commands.length).toBeGreaterThanOrEqual(7)
  for (const [index, { line, output }] of commands.entries()) {
    const answer = printed[index] ?? ''
    if (output.startsWith('{')) expectShape(JSON.parse(output), JSON.parse(answer), line)
    else if (output.startsWith('retry:')) {
      const [documented, heard] = [eventsOf(output), eventsOf(answer)]
      expect(heard.map(({ event }) => event)).toEqual(['ready', 'ticket'])
      for (const [place, one] of heard.entries()) expectShape(documented[place]?.data, one.data, line)
    } else expect(answer, line).toBe(output)
  }
})
