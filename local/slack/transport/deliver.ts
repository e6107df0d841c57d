import { setTimeout as sleep } from 'node:timers/promises'
import type { RecordsFile } from '../../records.ts'
import type { Workspace } from '../create-workspace.ts'
import { eventCallback, type SlackEvent, subscriptionOf } from '../events.ts'
import type { Ack, Delivery, Transport } from './transport.ts'

const reasons = {
  socket: { timeout: 'timeout', http_error: 'http_error', connection_failed: 'connection_failed' },
  http: { timeout: 'http_timeout', http_error: 'http_error', connection_failed: 'connection_failed' },
}

/** An event on its way. `id` grows with time. */
type Kept = { id: string; delivery: Delivery }

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
  /** holds the events that are not acknowledged yet */
  records: RecordsFile
  /** how many of the latest deliveries are remembered */
  remembers: number
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
  records,
  remembers,
}: Options) {
  const unacknowledged = records.of<Kept>('slack-event')

  const deliveries: Delivered[] = []
  let givenUp = new AbortController()

  async function once(delivery: Delivered): Promise<Ack> {
    const ack = await transport().transport.send(delivery, ackWithinMs)
    delivery.acks.push(ack)
    changed()
    return ack
  }

  function noted(delivery: Delivery): Delivered {
    const kept = { ...delivery, acks: [], at: Date.now() }
    deliveries.push(kept)
    if (deliveries.length > remembers) deliveries.shift()
    return kept
  }

  async function repeatUntilAcked(delivery: Delivered) {
    const ending = AbortSignal.any([closing, givenUp.signal])
    let ack = await once(delivery)
    for (const [index, delay] of retryDelaysMs.entries()) {
      if (ack.acked || ending.aborted) return ack
      const reason = reasons[transport().mode][ack.failure ?? 'timeout']
      await sleep(delay, undefined, { signal: ending, ref: false }).catch(() => undefined)
      if (ending.aborted) return ack
      delivery.retry = { attempt: index + 1, reason }
      ack = await once(delivery)
    }
    return ack
  }

  /** Slack gives up after the last repetition. What a stop interrupts continues after the next start. */
  async function deliverEvent(kept: Kept) {
    const ack = await repeatUntilAcked(noted(kept.delivery))
    if (ack.acked || !closing.aborted) unacknowledged.remove(kept.id)
  }

  async function goOn() {
    const left = unacknowledged.all()
    while (left.length > 0 && !closing.aborted && !(await transport().transport.reachable()))
      await sleep(250, undefined, { signal: closing, ref: false }).catch(() => undefined)
    for (const kept of left)
      if (!closing.aborted)
        await deliverEvent({
          ...kept,
          delivery: { ...kept.delivery, retry: { attempt: 1, reason: 'timeout' } },
        })
  }

  return {
    deliveries,

    /** An event, in the background. */
    event(event: SlackEvent) {
      if (subscriptions && !subscriptions.includes(subscriptionOf(event))) return
      const kept = { id: workspace.nextTs(), delivery: eventCallback(workspace, event) }
      unacknowledged.save(kept.id, kept)
      void deliverEvent(kept)
    },

    /** Ends all repetitions, as after the last one. */
    giveUp() {
      givenUp.abort()
      givenUp = new AbortController()
    },

    /** Delivers what was not acknowledged before the last stop, once the app is there. */
    goOn,

    /** The latest events again, as Slack repeats those whose ack got lost. */
    redeliver(count: number) {
      const events = deliveries.filter(({ kind }) => kind === 'events_api').slice(-count)
      return Promise.all(
        events.map((event) => once({ ...event, acks: [], retry: { attempt: 1, reason: 'timeout' } })),
      )
    },

    /** A command, a click or a submission: one attempt, whose ack the person waits for. */
    interaction: (delivery: Delivery) => once(noted(delivery)),
  }
}
