import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AppsConnectionsOpenResponse } from '@slack/web-api'
import { type WebSocket, WebSocketServer } from 'ws'
import { refuseUpgrade } from '../../refuse-upgrade.ts'
import type { Ack, Delivery, Transport } from './transport.ts'

/** Slack pings its sockets; Bolt gives one up when pings stop for 30 seconds. */
const pingEveryMs = 5000

/** What was sent and not acknowledged yet. `resolve` ends the wait for it. */
type SentEnvelope = { socket: WebSocket; resolve: (outcome: Outcome) => void }

type Outcome = { body: unknown } | 'timeout' | 'connection_failed'

export type SocketTransport = ReturnType<typeof createSocketTransport>

/** Socket Mode: connections are asked for by apps.connections.open and used with the ticket in its address. */
export function createSocketTransport(origin: () => string, appId: string) {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const ready: WebSocket[] = []
  const unacknowledged = new Map<string, SentEnvelope>()
  const stray: string[] = []

  const pinging = setInterval(() => {
    for (const socket of ready) socket.ping()
  }, pingEveryMs).unref()

  function open() {
    const ticket = crypto.randomUUID()
    tickets.add(ticket)
    const url = `${origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${appId}`
    return { url } satisfies Omit<AppsConnectionsOpenResponse, 'ok'>
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    const ticket = url?.searchParams.get('ticket') ?? ''
    if (url?.pathname !== '/link/' || !tickets.delete(ticket))
      return refuseUpgrade(socket, '401 Unauthorized')
    server.handleUpgrade(request, socket, head, welcome)
  }

  function welcome(socket: WebSocket) {
    socket.on('message', (data) => receive(String(data)))
    socket.on('close', () => {
      if (ready.includes(socket)) ready.splice(ready.indexOf(socket), 1)
      for (const sent of unacknowledged.values())
        if (sent.socket === socket) sent.resolve('connection_failed')
    })
    socket.on('error', () => socket.terminate())
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: ready.length + 1,
        debug_info: { host: 'applink-local', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      }),
    )
    ready.push(socket)
  }

  function receive(text: string) {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown }
    const sent = id === undefined ? undefined : unacknowledged.get(id)
    if (sent) sent.resolve({ body: emptied(payload) })
    else stray.push(text)
  }

  async function send(delivery: Delivery, timeoutMs: number): Promise<Ack> {
    const startedAt = performance.now()
    const socket = ready.at(-1)
    if (!socket) return failedAck('connection_failed', 0)
    const envelopeId = crypto.randomUUID()
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    const timer = setTimeout(resolve, timeoutMs, 'timeout')
    unacknowledged.set(envelopeId, { socket, resolve })
    socket.send(JSON.stringify(envelopeOf(envelopeId, delivery)))
    const outcome = await promise
    clearTimeout(timer)
    unacknowledged.delete(envelopeId)
    const ms = Math.round(performance.now() - startedAt)
    return typeof outcome === 'string'
      ? failedAck(outcome, ms)
      : { acked: true, ms, status: 200, body: outcome.body }
  }

  const transport: Transport = { send, reachable: async () => ready.length > 0 }

  return {
    ...transport,
    open,
    upgrade,
    /** Acks that came too late or for nothing that was sent. */
    stray,
    connections: () => ready.length,

    /** Asks the app to reconnect, as Slack does every few hours; `warning` comes before, `refresh_requested` ends it. */
    disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested') {
      const message = { type: 'disconnect', reason, debug_info: { host: 'applink-local' } }
      for (const socket of [...ready]) {
        socket.send(JSON.stringify(message))
        if (reason !== 'warning') ready.splice(ready.indexOf(socket), 1)
      }
    },

    /** Cuts the connections without a word. */
    cut() {
      for (const socket of [...ready]) socket.terminate()
      ready.length = 0
    },

    /** Says goodbye; who does not answer at once is cut off. */
    async close() {
      clearInterval(pinging)
      const gone = [...server.clients].map((socket) => {
        socket.close(1001)
        return new Promise((resolve) => socket.once('close', resolve))
      })
      await Promise.race([Promise.all(gone), sleep(500)])
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

function envelopeOf(id: string, { kind, payload, retry }: Delivery) {
  return {
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: kind !== 'events_api',
    ...(kind === 'events_api' && { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }),
  }
}

function failedAck(failure: 'timeout' | 'connection_failed', ms: number): Ack {
  return { acked: false, ms, status: 0, body: undefined, failure }
}

/** Bolt acks without a payload as `{}`. */
function emptied(body: unknown): unknown {
  return body !== null && typeof body === 'object' && Object.keys(body).length === 0 ? undefined : body
}
