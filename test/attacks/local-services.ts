import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import mongoose from 'mongoose'
import { createTransport } from 'nodemailer'
import { listening } from '../local/listening.ts'
import { descendants } from '../local/processes.ts'
import { type Attack, mustHold } from './attack.ts'
import type { Target } from './target.ts'

/** The addresses of the desk's services, which any program and any web page on this machine can try. */
export const ports = ({ pid, url }: Target) =>
  listening([pid, ...descendants(pid)]).filter((address) => !address.endsWith(`:${new URL(url).port}`))

/** Where to connect to what listens on an address of this machine. */
const hostOf = (address: string) => `127.0.0.1:${address.split(':').at(-1)}`

const status = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.status,
    () => 0,
  )

/** What a MongoDB server says of itself, which it does before anybody has signed in; null when nobody speaks its protocol. */
async function helloOf(host: string): Promise<object | null> {
  const client = new mongoose.mongo.MongoClient(`mongodb://${host}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: 1_500,
  })
  try {
    return await client.db('admin').command({ hello: 1 })
  } catch {
    return null
  } finally {
    await client.close()
  }
}

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
      for (const address of ports(target))
        mustHold((await helloOf(hostOf(address))) === null, `${address} is a database that anybody can ask`)
      const sockets = await socketsIn(target.dataFolder)
      for (const socket of sockets)
        mustHold(await isPrivate(socket, target.dataFolder), `others can reach ${path.basename(socket)}`)
      const found = await Promise.all(sockets.map((socket) => helloOf(encodeURIComponent(socket))))
      mustHold(found.some(Boolean), 'no database was found to attack')
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
