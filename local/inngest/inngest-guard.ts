import { randomBytes } from 'node:crypto'
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { refuseUpgrade } from '../refuse-upgrade.ts'
import { replaceGateway } from './connect-start-response.ts'
import { type InngestKeys, isConnectStart, refusalOf } from './inngest-admission.ts'

/** The ports of the Inngest server behind the guard. */
export type GuardedPorts = { api: number; gateway: number }

const ticketLastsMs = 60_000
const answerWithinMs = 30_000

/**
 * A proxy in front of Inngest that lets through only a worker's requests with the desk's keys. The gateway accepts
 * session tokens that anybody can forge, so each start of a connection gets a ticket that opens the gateway once.
 * @param host the address of the guard, e.g. `127.0.0.1:20123`
 */
export function createGuard(keys: InngestKeys, ports: GuardedPorts, host: string): Server {
  const agent = new Agent({ keepAlive: true })
  const tickets = createTickets()
  const server = createServer((incoming, outgoing) => {
    const refusal = refusalOf(incoming, keys, host)
    if (refusal) return refuse(incoming, outgoing, refusal)
    forward(incoming, outgoing, { agent, port: ports.api }, (answer) =>
      isConnectStart(incoming)
        ? replaceGateway(answer, `ws://${host}/${tickets.issue()}/v0/connect`)
        : answer,
    )
  })
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    const ticket = /^\/(\w+)\/v0\/connect$/.exec(incoming.url ?? '')?.[1]
    if (incoming.headers.origin !== undefined || !ticket || !tickets.redeem(ticket))
      return refuseUpgrade(socket, '403 Forbidden')
    openGateway(incoming, socket, head, ports.gateway)
  })
  return server
}

function createTickets() {
  const issued = new Set<string>()
  const issue = () => {
    const ticket = randomBytes(24).toString('hex')
    issued.add(ticket)
    setTimeout(() => issued.delete(ticket), ticketLastsMs).unref()
    return ticket
  }
  return { issue, redeem: (ticket: string) => issued.delete(ticket) }
}

function refuse(incoming: IncomingMessage, outgoing: ServerResponse, status: number) {
  incoming.resume()
  outgoing
    .writeHead(status, { 'Content-Type': 'text/plain' })
    .end('Only the desk may use this Inngest server.\n')
}

type Upstream = { agent: Agent; port: number }

/** @param change changes the body of an answer that succeeded */
function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { agent, port }: Upstream,
  change: (body: Buffer) => Buffer,
) {
  const { method, url: path, headers } = incoming
  const fail = () => {
    if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(502).end()
  }
  const asked = { host: '127.0.0.1', port, agent, method, path, headers, timeout: answerWithinMs }
  const upstream = request(asked, async (answer) => {
    try {
      const body = await buffer(answer)
      const { 'transfer-encoding': _, ...kept } = answer.headers
      const changed = answer.statusCode === 200 ? change(body) : body
      outgoing.writeHead(answer.statusCode ?? 502, { ...kept, 'content-length': changed.length }).end(changed)
    } catch {
      fail()
    }
  })
  upstream.once('error', fail)
  upstream.once('timeout', () => upstream.destroy(new Error('Inngest does not answer')))
  pipeline(incoming, upstream, () => undefined)
}

/** Passes the WebSocket on as it is. */
function openGateway({ rawHeaders }: IncomingMessage, socket: Socket, head: Buffer, port: number) {
  const gateway = connect(port, '127.0.0.1')
  const lines = rawHeaders.flatMap((name, index) => (index % 2 ? [] : [`${name}: ${rawHeaders[index + 1]}`]))
  gateway.write(['GET /v0/connect HTTP/1.1', ...lines, '', ''].join('\r\n'))
  gateway.write(head)
  pipeline(socket, gateway, socket, () => undefined)
}
