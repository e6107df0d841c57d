import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import {
  type APIMessage,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10'
import { type WebSocket, WebSocketServer } from 'ws'
import { refuseUpgrade } from '../refuse-upgrade.ts'
import { forBot } from './messages/message-content.ts'
import { guildCreatePayload, readyPayload } from './payloads/gateway-payloads.ts'
import { isJson, type Json } from './validation/form.ts'
import type { GatewayEvent, World } from './world.ts'

export type DropGateway = {
  /** False: the session is over; what happens meanwhile never arrives at the next one. */
  resumable: boolean
  /** How long new connections are refused, in ms; default 0. */
  refuseReconnectsForMs?: number
  /** A connection reset (default), or an answer 503 from the edge: a client takes them differently. */
  refuseBy?: 'reset' | '503'
  /** WebSocket close code; without one the connection is cut. */
  closeCode?: number
}

/** A client that closes with one of them ends its session: https://discord.com/developers/docs/events/gateway#connections */
const goodbyes = new Set([1_000, 1_001])

type Session = {
  id: string
  intents: number
  socket: WebSocket | undefined
  /** Everything dispatched so far; the sequence number is index + 1. */
  log: { t: string; d: object }[]
}

/** What a test may know and do about the gateway. */
export type Gateway = {
  dispatch: (event: GatewayEvent) => void
  drop: (how: DropGateway) => void
  /** ends the refusals that `drop` started */
  acceptConnections: () => void
  askToReconnect: () => void
  isConnected: () => boolean
  /** In order: `identify`, `resume`, `invalid session`, ... */
  history: string[]
  close: () => void
}

/**
 * The gateway at `/gateway`. Every IDENTIFY makes a session of its own, and each gets every event: two processes with one
 * token both hear everything, as on the platform. Dispatches are kept for a resume.
 */
export function createGateway(world: World, server: Server): Gateway {
  const sockets = new WebSocketServer({ noServer: true })
  const history: string[] = []
  const sessions = new Map<string, Session>()
  let refused: { until: number; by: 'reset' | '503' } = { until: 0, by: 'reset' }

  server.on('upgrade', (request, socket, head) => {
    if (Date.now() < refused.until) {
      history.push('refused')
      if (refused.by === '503') refuseUpgrade(socket, '503 Service Unavailable')
      else request.socket.resetAndDestroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (connection) => greet(connection))
  })

  function greet(connection: WebSocket) {
    send(connection, {
      op: GatewayOpcodes.Hello,
      d: { heartbeat_interval: world.settings.heartbeatIntervalMs },
    })
    connection.on('message', (data) => receive(connection, String(data)))
    connection.on('error', () => connection.terminate())
    connection.on('close', (code) => {
      for (const session of sessions.values()) if (session.socket === connection) leave(session, code)
      world.changes.emit('change')
    })
  }

  function leave(session: Session, code: number) {
    session.socket = undefined
    if (goodbyes.has(code)) sessions.delete(session.id)
  }

  function receive(connection: WebSocket, text: string) {
    const packet = parsed(text)
    if (!isJson(packet)) return connection.close(GatewayCloseCodes.DecodeError)
    const d = isJson(packet.d) ? packet.d : {}
    if (packet.op === GatewayOpcodes.Heartbeat) send(connection, { op: GatewayOpcodes.HeartbeatAck })
    else if (packet.op === GatewayOpcodes.Identify) identify(connection, d)
    else if (packet.op === GatewayOpcodes.Resume) resume(connection, d)
    else if (packet.op !== GatewayOpcodes.PresenceUpdate) connection.close(GatewayCloseCodes.UnknownOpcode)
    world.changes.emit('change')
  }

  function identify(connection: WebSocket, d: Json) {
    if (d.token !== world.settings.token) return connection.close(GatewayCloseCodes.AuthenticationFailed)
    const intents = typeof d.intents === 'number' ? d.intents : -1
    if (intents < 0) return connection.close(GatewayCloseCodes.InvalidIntents)
    if (intents & GatewayIntentBits.MessageContent && !world.settings.messageContentAllowed)
      return connection.close(GatewayCloseCodes.DisallowedIntents)
    history.push('identify')
    const session: Session = { id: randomUUID(), intents, socket: connection, log: [] }
    sessions.set(session.id, session)
    const url = `ws://${hostOf(server)}/gateway`
    append(session, GatewayDispatchEvents.Ready, readyPayload(world, session.id, url))
    if (intents & GatewayIntentBits.Guilds)
      append(session, GatewayDispatchEvents.GuildCreate, guildCreatePayload(world))
  }

  function resume(connection: WebSocket, d: Json) {
    if (d.token !== world.settings.token) return connection.close(GatewayCloseCodes.AuthenticationFailed)
    const session = sessions.get(String(d.session_id))
    if (!session) {
      history.push('invalid session')
      return send(connection, { op: GatewayOpcodes.InvalidSession, d: false })
    }
    const seq = typeof d.seq === 'number' ? d.seq : -1
    if (seq < 0 || seq > session.log.length) return connection.close(GatewayCloseCodes.InvalidSeq)
    history.push('resume')
    if (world.policy.ignoresResume) return
    session.socket?.terminate()
    session.socket = connection
    const missed = session.log.slice(seq)
    for (const [index, event] of missed.entries()) sendEvent(connection, event, seq + index + 1)
    append(session, GatewayDispatchEvents.Resumed, {})
  }

  function append(to: Session, t: string, d: object) {
    to.log.push({ t, d: structuredClone(d) })
    if (to.socket) sendEvent(to.socket, { t, d }, to.log.length)
  }

  function dispatch({ t, d, needs }: GatewayEvent) {
    const isMessage = t === GatewayDispatchEvents.MessageCreate || t === GatewayDispatchEvents.MessageUpdate
    for (const session of sessions.values()) {
      if (needs !== 0 && (session.intents & needs) === 0) continue
      append(session, t, isMessage ? forBot(world, d as APIMessage, session.intents) : d)
    }
  }

  function drop({ resumable, refuseReconnectsForMs = 0, refuseBy = 'reset', closeCode }: DropGateway) {
    history.push('dropped')
    refused = { until: Date.now() + refuseReconnectsForMs, by: refuseBy }
    for (const session of sessions.values()) {
      const { socket } = session
      session.socket = undefined
      if (!resumable) sessions.delete(session.id)
      if (closeCode === undefined) socket?.terminate()
      else socket?.close(closeCode)
    }
  }

  return {
    dispatch,
    drop,
    acceptConnections: () => {
      refused = { until: 0, by: 'reset' }
    },
    askToReconnect: () => {
      for (const { socket } of sessions.values())
        if (socket) send(socket, { op: GatewayOpcodes.Reconnect, d: null })
    },
    isConnected: () => [...sessions.values()].some((session) => session.socket !== undefined),
    history,
    close: () => {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
    },
  }
}

/** Any web page can connect and send anything. @returns undefined if it is not JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function send(connection: WebSocket, packet: object) {
  connection.send(JSON.stringify({ t: null, s: null, ...packet }))
}

function sendEvent(connection: WebSocket, { t, d }: { t: string; d: object }, s: number) {
  connection.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, t, s, d }))
}

/** `127.0.0.1:port` of a listening server. */
export function hostOf(server: Server): string {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The local Discord is not listening')
  return `127.0.0.1:${address.port}`
}
