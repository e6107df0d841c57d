import { setTimeout as sleep } from 'node:timers/promises'
import { eventCallback, type Happening, subscriptionOf } from './events.ts'
import type { Ack, Delivery, Transport } from './transport.ts'
import type { Workspace } from './workspace.ts'

const reasons = {
  socket: { timeout: 'timeout', http_error: 'http_error', connection_failed: 'connection_failed' },
  http: { timeout: 'http_timeout', http_error: 'http_error', connection_failed: 'connection_failed' },
}

export type Delivered = Delivery & { acks: Ack[]; at: number }

type Options = {
  workspace: Workspace
  transport: () => { transport: Transport; mode: 'socket' | 'http' }
  /** Milliseconds that Slack waits for any ack. */
  ackWithinMs: number
  /** Milliseconds before the first, second and third repetition of an event. */
  retryDelaysMs: number[]
  /** Event types the app is subscribed to, as in its manifest; undefined: all. */
  subscriptions: string[] | undefined
  closing: AbortSignal
  changed: () => void
}

/** Carries what people did to the app; events again when they are not acked, interactions once. */
export function createDelivery({
  workspace,
  transport,
  ackWithinMs,
  retryDelaysMs,
  subscriptions,
  closing,
  changed,
}: Options) {
  const deliveries: Delivered[] = []

  async function once(delivery: Delivered): Promise<Ack> {
    const ack = await transport().transport.send(delivery, ackWithinMs)
    delivery.acks.push(ack)
    changed()
    return ack
  }

  function noted(delivery: Delivery): Delivered {
    const kept = { ...delivery, acks: [], at: Date.now() }
    deliveries.push(kept)
    return kept
  }

  async function repeatUntilAcked(delivery: Delivered) {
    let ack = await once(delivery)
    for (const [index, delay] of retryDelaysMs.entries()) {
      if (ack.acked || closing.aborted) return
      const reason = reasons[transport().mode][ack.failure ?? 'timeout']
      await sleep(delay, undefined, { signal: closing, ref: false }).catch(() => undefined)
      if (closing.aborted) return
      delivery.retry = { attempt: index + 1, reason }
      ack = await once(delivery)
    }
  }

  return {
    deliveries,

    /** An event, in the background. */
    event(event: Happening) {
      if (subscriptions && !subscriptions.includes(subscriptionOf(event))) return
      repeatUntilAcked(noted(eventCallback(workspace, event)))
    },

    /** A command, a click or a submission: one attempt, whose ack the person waits for. */
    interaction: (delivery: Delivery) => once(noted(delivery)),
  }
}
