import type { Arguments, Call, FromPage, FromServer, Result } from '../../../protocol.ts'

export type Watch = Omit<Extract<FromPage, { type: 'watch' }>, 'type'>
type Welcome = Extract<FromServer, { type: 'welcome' }>
type Screen = Extract<FromServer, { type: 'screen' }>

/** What the server last said. Parts that it has not sent yet are undefined. */
export type LiveState = {
  connection: 'connecting' | 'open' | 'away' | 'refused'
  welcome?: Welcome
  /** How often the server could not show what is watched: it is not there any more, e.g. after a reset. */
  refusedLooks: number
} & Omit<Screen, 'type'>

export type Live = ReturnType<typeof createLive>

/** What a platform's client shows when the app or the platform fails, with the platform's own code. */
export class PlatformFailure extends Error {
  readonly code: string
  constructor({ code, message }: { code: string; message: string }) {
    super(message)
    this.name = 'PlatformFailure'
    this.code = code
  }
}

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void }
/** One connection to the server; `closed` says whether the server had greeted. */
export type Open = (on: { message: (message: FromServer) => void; closed: () => void }) => {
  send: (message: FromPage) => void
}

/** The id of an error that no call is to blame for. */
const notACall = -1
const patienceMs = 30_000
const pauseMs = 1_000

/** Keeps a connection to the playground's server, and what it says. @param open makes a connection */
export function createLive(open: Open) {
  let state: LiveState = { connection: 'connecting', refusedLooks: 0 }
  let watching: Watch | undefined
  let lastId = 0
  let connection: ReturnType<Open>
  const listeners = new Set<() => void>()
  const waiting = new Map<number, Waiting>()

  function become(more: Partial<LiveState>) {
    state = { ...state, ...more }
    for (const listener of listeners) listener()
  }

  function receive(message: FromServer) {
    if (message.type === 'welcome') return greeted(message)
    if (message.type === 'screen') {
      const { type: _, ...screen } = message
      return become(screen)
    }
    if (message.id === notACall) return become({ refusedLooks: state.refusedLooks + 1 })
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.type === 'result') asked?.resolve(message.result)
    else asked?.reject(new PlatformFailure(message.error))
  }

  function greeted(welcome: Welcome) {
    become({ connection: 'open', welcome })
    if (watching) connection.send({ type: 'watch', ...watching })
  }

  function closed() {
    for (const { reject } of waiting.values()) reject(new Error('The playground’s server is away.'))
    waiting.clear()
    become({ connection: state.welcome ? 'away' : 'refused' })
    setTimeout(connect, pauseMs)
  }

  function connect() {
    connection = open({ message: receive, closed })
  }
  connect()

  return {
    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    /** Says who looks at what; the server sends that from then on. */
    watch(what: Watch) {
      watching = what
      if (state.connection === 'open') connection.send({ type: 'watch', ...what })
    },

    /** Does something as somebody. Rejects with `PlatformFailure` when the platform or the app fails. */
    call<Of extends Call>(call: Of, args: Arguments<Of>, as?: string): Promise<Result<Of>> {
      if (state.connection !== 'open') return Promise.reject(new Error('The playground’s server is away.'))
      lastId += 1
      const id = lastId
      return new Promise<Result<Of>>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
        setTimeout(() => {
          if (waiting.delete(id)) reject(new Error('The playground’s server doesn’t answer.'))
        }, patienceMs)
        connection.send({ type: 'call', id, call, args, ...(as && { as }) })
      })
    },
  }
}
