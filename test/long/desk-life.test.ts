import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '../support/api-client.ts'
import { startDeskProcess } from '../support/desk-process.ts'
import { waitFor } from '../support/wait-for.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskbridge-life-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const nothingConfigured = () => ({ PORT: '0', DESK_DATA: join(folder, 'data') })

/** The processes that name the desk's folder, as a person would see with ps. */
async function processesOf(place: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(place)).map((line) => line.replaceAll('\0', ' '))
}

/** Runs a command of the desk to its end. */
async function run(args: string[], environment: Record<string, string>, input = '') {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  child.stdin.end(input)
  const [code] = (await once(child, 'exit')) as [number]
  return { code, output: output.trim() }
}

describe('with nothing configured', () => {
  test('starts, says what stands in and what is not configured, and stops in order without leaving a child', async () => {
    const desk = await startDeskProcess(nothingConfigured())
    expect(desk.output()).toMatch(/✓ database +\S/)
    expect(desk.output()).toMatch(/✓ inngest +\S/)
    expect(desk.output()).toMatch(/✓ mail +a mailbox on this machine/)
    expect(desk.output()).toContain('not configured: set SLACK_BOT_TOKEN')
    expect(desk.setupToken).toBeTruthy()
    const page = await fetch(desk.url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(await page.text()).toContain('<title>')
    expect((await processesOf(folder)).length).toBeGreaterThan(1)
    // After 9.5 s it would end by force, with 1.
    expect(await desk.stop()).toBe(0)
    await waitFor(async () => (await processesOf(folder)).length === 0, {
      what: 'no child left',
      timeoutMs: 3_000,
    })
  })

  test('a second start builds nothing anew and has the same data; an account made in between can sign in', async () => {
    const made = await run(
      ['user.ts', 'create', 'ann@example.com', '--role', 'admin'],
      nothingConfigured(),
      'a long password\n',
    )
    expect(made.output).toContain('Created admin ann@example.com.')
    const desk = await startDeskProcess(nothingConfigured())
    expect(desk.output()).not.toMatch(/Building|Downloading|Installing/i)
    expect(desk.setupToken).toBeNull()
    const login = { email: 'ann@example.com', password: 'a long password' }
    const { body } = await apiClient(desk.url).post<{ token: string }>('/api/auth/login', login)
    const ann = apiClient(desk.url, body.token)
    const audit = await ann.get<{ entries: object[] }>('/api/audit?action=account-created')
    expect(audit.body.entries).toMatchObject([{ actor: null, about: { name: 'ann' } }])
    const filed = await ann.post<{ ticket: { id: string } }>('/api/tickets', {
      title: 'Wi-Fi is down',
      description: 'Nobody can connect.',
    })
    type Triaged = { ticket: { triage: { state: string; engine: string }; category: string } }
    const { ticket } = await waitFor(
      async () => {
        const read = await ann.get<Triaged>(`/api/tickets/${filed.body.ticket.id}`)
        return read.body.ticket.triage.state === 'done' ? read.body : undefined
      },
      { what: 'triage by the local engine' },
    )
    expect(ticket).toMatchObject({ category: 'Network', triage: { engine: 'local' } })
    const again = await run(['user.ts', 'create', 'bob@example.com', '--role', 'user'], nothingConfigured())
    expect(again.output).toContain('an invitation by mail')
    type Box = { messages: { to: string; subject: string }[] }
    await waitFor(
      async () =>
        (await ann.get<Box>('/api/mailbox')).body.messages.some(({ to }) => to.includes('bob@example.com')),
      {
        what: 'the invitation in the mailbox',
        timeoutMs: 40_000,
      },
    )
    await desk.kill()
    await waitFor(async () => (await processesOf(folder)).length === 0, {
      what: 'no child left after kill -9',
      timeoutMs: 5_000,
    })
  })
})

/** The shells that npm may run a script with, as far as this machine has them. */
const shells = ['/bin/dash', '/bin/bash', '/bin/sh'].filter((shell) => existsSync(shell))

describe('npm start', () => {
  test.each(shells)('ends with the whole desk within 10 s of SIGTERM, with %s', async (shell) => {
    const place = await mkdtemp(join(folder, 'npm-'))
    const npm = spawn('npm', ['start'], {
      env: {
        ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' },
        ...{ PORT: '0', DESK_DATA: place, npm_config_script_shell: shell },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    npm.stdout.on('data', (chunk: Buffer) => {
      output += chunk
    })
    await waitFor(() => output.includes('Press Ctrl-C to stop'), { what: 'the desk', timeoutMs: 60_000 })
    const url = /is up after .*: (http\S+)/.exec(output)?.[1] ?? ''
    const ended = once(npm, 'exit')
    const startedAt = Date.now()
    npm.kill('SIGTERM')
    await ended
    await waitFor(async () => (await processesOf(place)).length === 0, { what: 'no process left' })
    expect(Date.now() - startedAt).toBeLessThan(10_000)
    await expect(fetch(url)).rejects.toThrow()
  })

  // Two kinds, because the system merges two signals of one kind that arrive together.
  test('two signals at the same moment, as the terminal and npm send them, stop it in order', async () => {
    const desk = await startDeskProcess({ PORT: '0', DESK_DATA: await mkdtemp(join(folder, 'twice-')) })
    desk.child.kill('SIGTERM')
    expect(await desk.stop()).toBe(0)
  })
})

describe('npm run user', () => {
  test('resets no two-step sign-in of an unknown person, and prints its usage', async () => {
    const unknown = await run(['user.ts', 'reset-second-factor', 'no@example.com'], nothingConfigured())
    expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('There is no such account.') })
    const wrong = await run(['user.ts', 'reset', 'no@example.com'], nothingConfigured())
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('reset-second-factor EMAIL') })
  })

  const create = (input: string) =>
    run(['user.ts', 'create', 'lines@example.com', '--role', 'user'], nothingConfigured(), input)

  test.each([
    'a long password\nanother one\n',
    'a long password\r\nanother one',
    '\na long password\n',
    'a long password\n\n',
    'a long password\ranother one',
  ])('takes no password of several lines: %j', async (input) => {
    const { code, output } = await create(input)
    expect({ code, output }).toEqual({
      code: 1,
      output: 'The password must be a single line. Standard input has more lines.',
    })
  })
})

describe('an error is one line with its remedy, and the exit code is 1', () => {
  const fails = async (environment: Record<string, string>) => {
    const { code, output } = await run(['main.ts'], {
      PORT: '0',
      DESK_DATA: join(folder, 'never'),
      ...environment,
    })
    expect(code).toBe(1)
    expect(output.split('\n').filter(Boolean)).toHaveLength(1)
    return output
  }

  test.each<[string, Record<string, string>, RegExp]>([
    ['a wrong value', { PORT: 'many' }, /PORT must be a port number/],
    [
      'an unknown name',
      { SLACK_BOT_TOKN: 'x' },
      /SLACK_BOT_TOKN is not a variable of Deskbridge \(did you mean SLACK_BOT_TOKEN\?\)/,
    ],
    [
      'half of Slack',
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      /SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing: set one of them/,
    ],
    [
      'half of Discord',
      { DISCORD_TOKEN: 't' },
      /DISCORD_GUILD_ID is missing: set it.*DISCORD_CHANNEL_ID is missing/,
    ],
    ['production without services', { NODE_ENV: 'production' }, /MONGODB_URI is missing.*or DESK_LOCAL=1/],
    [
      'a weak secret in production',
      { NODE_ENV: 'production', JWT_SECRET: 'secret' },
      /JWT_SECRET is too weak/,
    ],
  ])('%s', async (_name, environment, words) => {
    expect(await fails(environment)).toMatch(words)
  })

  test('a port in use', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    expect(await fails({ PORT: String(port) })).toBe(
      `Port ${port} is in use. Stop the program that uses it, or set PORT to another port.`,
    )
    other.close()
  })

  test('no database where MONGODB_URI says', async () => {
    const words = await fails({
      MONGODB_URI: 'mongodb://user:hunter2@127.0.0.1:9/desk',
      INNGEST_EVENT_KEY: 'k',
      INNGEST_SIGNING_KEY: 's',
      MAILTRAP_SMTP_HOST: '127.0.0.1',
    })
    expect(words).toMatch(/no database .*MONGODB_URI/i)
    expect(words).not.toContain('hunter2')
  })
})
