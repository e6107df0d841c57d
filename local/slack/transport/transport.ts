/** Something for the app, as either transport carries it. */
export type Delivery = {
  kind: 'events_api' | 'interactive' | 'slash_commands'
  payload: object
  /** For a repeated event. */
  retry?: { attempt: number; reason: string }
}

/** What came of one delivery. `body` is what the app put into its ack. */
export type Ack = {
  acked: boolean
  /** Milliseconds from sending to ack, or to giving up. */
  ms: number
  /** HTTP status; over a socket 200 when acked and 0 when not. */
  status: number
  body: unknown
  failure?: 'timeout' | 'http_error' | 'connection_failed'
}

export type Transport = {
  /** Sends and waits for the ack, for at most `timeoutMs`. */
  send: (delivery: Delivery, timeoutMs: number) => Promise<Ack>
  /** Whether the app is there now. */
  reachable: () => Promise<boolean>
}
