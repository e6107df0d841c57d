import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareLocalServices } from '../../local/services.ts'
import { startSlack } from '../../local/slack/slack.ts'
import { builtConsole } from '../../start/build-console.ts'
import { type ApiClient, apiClient } from '../support/api-client.ts'
import { startDeskProcess } from '../support/desk-process.ts'

export const password = 'violet anchovy parade 7'

export type Person = { email: string; id: string; token: string; api: ApiClient }
/** @property replyTo where an answer would go */
export type Letter = {
  id: string
  to: string
  subject: string
  text: string
  html: string | null
  replyTo: string | null
}

/** A desk that somebody else runs: only its address is known. */
export type RemoteTarget = { url: string; anonymous: ApiClient }

/** A desk that was started here, with a playground and behind a proxy on this machine, and its people. */
export type Target = RemoteTarget & {
  pid: number
  dataFolder: string
  /** the playground's link, with its token behind # */
  playgroundUrl: string
  slackSigningSecret: string
  /** of the webhook that mails come by */
  mailSecret: string
  admin: Person
  somebody: (role: 'user' | 'moderator' | 'admin') => Promise<Person>
  /** somebody who is there already */
  signIn: (email: string) => Promise<Person>
  lettersTo: (email: string) => Promise<Letter[]>
}

export const remoteTarget = (url: string): RemoteTarget => ({ url, anonymous: apiClient(url) })

/** Starts a desk in a folder of its own, which `close` removes. */
export async function startTarget() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'deskbridge-attacks-'))
  const slackSigningSecret = randomBytes(16).toString('hex')
  const mailSecret = randomBytes(16).toString('hex')
  const slack = await startSlack({
    signingSecret: slackSigningSecret,
    botToken: 'xoxb-attacks',
    appToken: 'xapp-attacks',
  })
  const environment = {
    ...{ PORT: '0', DESK_DATA: dataFolder, DESK_TRUST_PROXY: '127.0.0.1', DESK_PLAYGROUND: '1' },
    ...{
      SLACK_API_URL: slack.url,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slackSigningSecret,
    },
    ...{
      INBOUND_MAIL_ADDRESS: 'support@desk.example',
      INBOUND_MAIL_WEBHOOK_SECRET: mailSecret,
      INBOUND_MAIL_AUTHSERV_ID: 'mx.desk.example',
    },
  }
  // The first time, both are built, which takes minutes.
  await Promise.all([
    prepareLocalServices(console.log),
    builtConsole({ report: console.log, log: join(tmpdir(), 'deskbridge-attacks-console.log') }),
  ])
  const desk = await startDeskProcess(environment)
  const remote = remoteTarget(desk.url)
  let people = 0

  async function somebody(role: 'user' | 'moderator' | 'admin'): Promise<Person> {
    people += 1
    const email = `${role}.${people}@example.com`
    await run(['user.ts', 'create', email, '--role', role], environment, `${password}\n`)
    return signIn(email)
  }

  async function signIn(email: string): Promise<Person> {
    const signedIn = await remote.anonymous.post<{ token: string; user: { id: string } }>('/api/auth/login', {
      email,
      password,
    })
    if (signedIn.status !== 200) throw new Error(`${email} can't sign in: ${JSON.stringify(signedIn.body)}`)
    const { token, user } = signedIn.body
    return { email, id: user.id, token, api: apiClient(desk.url, token) }
  }

  const admin = await somebody('admin')

  async function lettersTo(email: string): Promise<Letter[]> {
    const { body } = await admin.api.get<{ messages: Letter[] }>('/api/mailbox?limit=100')
    const own = body.messages.filter(({ to }) => to.includes(email))
    return await Promise.all(
      own.map(
        async ({ id }) => (await admin.api.get<{ message: Letter }>(`/api/mailbox/${id}`)).body.message,
      ),
    )
  }

  async function close() {
    await desk.stop()
    await slack.close()
    await rm(dataFolder, { recursive: true, force: true })
  }

  const target: Target = {
    ...remote,
    pid: desk.child.pid ?? 0,
    dataFolder,
    playgroundUrl: desk.playgroundUrl ?? '',
    slackSigningSecret,
    mailSecret,
    admin,
    somebody,
    signIn,
    lettersTo,
  }
  return { target, close }
}

/** Runs a command of the desk. @throws Error with its output when it fails */
async function run(args: string[], environment: Record<string, string>, input: string) {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk
    })
  child.stdin.end(input)
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(output)
}
