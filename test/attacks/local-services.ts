import { readdir, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { listening } from '../local/listening.ts'
import { descendants } from '../local/processes.ts'
import { type Attack, mustHold } from './attack.ts'
import type { Target } from './target.ts'

/** The ports of the desk's services, which any program and any web page on this machine can try. */
const ports = ({ pid, url }: Target) =>
  listening([pid, ...descendants(pid)]).filter((address) => !address.endsWith(`:${new URL(url).port}`))

const status = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.status,
    () => 0,
  )

/** What a server says to the first words of a protocol, within a second. */
const say = (port: number, words: string) =>
  new Promise<string>((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(words))
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', () => resolve(heard))
    setTimeout(() => {
      socket.destroy()
      resolve(heard)
    }, 1_000)
  })

/** `hello` as an OP_MSG, which every MongoDB answers before anybody has signed in. */
const mongoHello = Buffer.from(
  '37000000010000000000000000dd0700000000000000220000001068656c6c6f000100000002246462000600000061646d696e0000',
  'hex',
).toString('latin1')

/** Sends a mail without a password. */
const sendMailTo = (port: number): Promise<'taken' | 'refused' | 'no mail server'> =>
  createTransport({ host: '127.0.0.1', port, connectionTimeout: 5_000, greetingTimeout: 5_000 })
    .sendMail({ from: 'a@b.example', to: 'admin@example.com', subject: 'Your password', text: 'x' })
    .then(
      () => 'taken',
      (error: { responseCode?: number }) => (error.responseCode ? 'refused' : 'no mail server'),
    )

const inngestPaths = [
  '/v0/gql',
  '/mcp',
  '/fn/register',
  '/v0/connect/start',
  '/invoke/x',
  '/e/x',
  '/v1/events',
]

export const localServices: Attack[] = [
  {
    item: 'A4',
    title: 'a program or a web page on this machine uses Inngest',
    run: async (target) => {
      const open = ports(target)
      for (const address of open) {
        mustHold(address.startsWith('127.0.0.1:'), `${address} is open to other machines`)
        const body = JSON.stringify({ query: '{ apps { id } }' })
        for (const origin of [undefined, 'https://evil.example'])
          for (const place of inngestPaths) {
            const headers = { 'content-type': 'application/json', ...(origin ? { origin } : {}) }
            const answered = await status(`http://${address}${place}`, { method: 'POST', headers, body })
            mustHold([0, 401, 403, 404].includes(answered), `${address}${place} answers ${answered}`)
          }
      }
      return `${open.length} ports, ${inngestPaths.length} paths each, with and without Origin: all refused`
    },
  },
  {
    item: 'A4',
    title: 'a program on this machine reads the database',
    run: async (target) => {
      for (const address of ports(target)) {
        const answer = await say(Number(address.split(':')[1]), mongoHello)
        mustHold(!/ismaster|maxBsonObjectSize|isWritablePrimary/i.test(answer), `${address} is a database`)
      }
      const sockets = await socketsIn(target.dataFolder)
      for (const socket of sockets)
        mustHold(await isPrivate(socket, target.dataFolder), `others can reach ${path.basename(socket)}`)
      return `no port speaks MongoDB's protocol; ${sockets.length} sockets, all in folders closed to others`
    },
  },
  {
    item: 'A4',
    title: 'a program on this machine puts a mail into the mailbox',
    run: async (target) => {
      const answers = await Promise.all(
        ports(target).map((address) => sendMailTo(Number(address.split(':')[1]))),
      )
      mustHold(!answers.includes('taken'), 'it takes a mail without a password')
      mustHold(answers.includes('refused'), 'no mailbox was found')
      return 'the mailbox refuses a mail without a password'
    },
  },
  {
    item: 'A8',
    title: 'another machine reaches a desk that runs with stand-ins',
    run: async ({ pid, url }) => {
      const port = new URL(url).port
      const [address = 'none'] = listening([pid]).filter((one) => one.endsWith(`:${port}`))
      mustHold(address.startsWith('127.0.0.1:'), `it listens on ${address}`)
      return `it listens on ${address}`
    },
  },
]

async function socketsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isSocket()).map((entry) => path.join(entry.parentPath, entry.name))
}

/** Whether a folder on the way to `file`, below or at `from`, is closed to everybody but its owner. */
async function isPrivate(file: string, from: string): Promise<boolean> {
  const folder = path.dirname(file)
  if (((await stat(folder)).mode & 0o077) === 0) return true
  return folder !== from && folder.startsWith(from) && (await isPrivate(folder, from))
}
