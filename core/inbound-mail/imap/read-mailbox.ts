import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { ImapSettings } from '../../configuration/inbound-mail.ts'
import { isHeld, type LeaseStore } from '../../database/lease-store.ts'
import type { ServiceState } from '../../health.ts'
import { idFromKey } from '../../ids.ts'
import { pauseMs } from '../../retry-forever.ts'
import { openConnection } from './open-connection.ts'
import { createFolderReader, type Reading } from './read-folder.ts'

/** @property gateways lets one process read, since two would only take in everything twice */
type Options = Reading & { settings: ImapSettings; gateways: LeaseStore }

const leaseRetryMs = 2_000
const pauses = { firstMs: 1_000, maxMs: 60_000 }
/** A connection that lasts longer was a good one. */
const steadyMs = 30_000

/** Names the mailbox in the database, without its password. */
export const mailboxKey = ({ host, user, folder }: ImapSettings) =>
  `imap-${idFromKey(`${user}@${host}/${folder}`)}`

/**
 * Reads a mailbox over IMAP (RFC 9051) as mails arrive, and connects again whenever the connection ends. It works in the
 * background, so the desk starts and runs without the mail server.
 */
export function startReadingMailbox(options: Options) {
  const { log, now } = options
  const stopping = new AbortController()
  let state: ServiceState = { state: 'down', detail: 'connecting to the mailbox' }
  const become = (next: ServiceState['state'], detail: string) => {
    if (state.state !== next) log.info({ state: next, detail }, 'Inbound mail')
    // Since when, so a failure that continues keeps its first time.
    if (state.state !== next || next === 'up') state = { state: next, detail }
  }
  const onState = (error: Error | null) =>
    error
      ? become(
          'down',
          `can’t read the mailbox since ${now().toISOString()}. Mails wait there (${reasonOf(error)})`,
        )
      : become('up', 'reads the mailbox')
  const running = readAsLeader(
    options,
    onState,
    () => become('up', 'another process reads the mailbox'),
    stopping.signal,
  )

  async function stop() {
    stopping.abort()
    await running
  }

  return { stop, state: () => state }
}

export type MailboxReader = ReturnType<typeof startReadingMailbox>

type OnState = (error: Error | null) => void

/** The server's own words may hold an address. What is public says only what kind of failure it is. */
function reasonOf(error: Error & { authenticationFailed?: boolean; code?: string }): string {
  if (error.authenticationFailed) return 'it refuses the user name or password of IMAP_URL'
  return error.code ? `code ${error.code}` : 'the connection ended'
}

async function readAsLeader(options: Options, onState: OnState, onOther: () => void, stopping: AbortSignal) {
  const key = mailboxKey(options.settings)
  let heldUntil = 0
  while (!stopping.aborted) {
    const result = await options.gateways
      .whileHolding('gateways', key, (lost) =>
        stayConnected(options, onState, AbortSignal.any([stopping, lost])),
      )
      .catch((error: Error) => options.log.debug({ reason: error.message }, 'No lease for the mailbox'))
    if (stopping.aborted) return
    if (isHeld(result)) {
      // A lease that is not renewed belonged to a process that was killed.
      if (heldUntil > 0 && result.heldUntil.getTime() > heldUntil) onOther()
      heldUntil = result.heldUntil.getTime()
    }
    await setTimeout(leaseRetryMs, undefined, { signal: stopping, ref: false }).catch(() => {})
  }
}

/** Opens one connection after another until the signal aborts. */
async function stayConnected(options: Options, onState: OnState, signal: AbortSignal) {
  for (let failures = 1; !signal.aborted; failures++) {
    const since = Date.now()
    const error = await readUntilLost(options, onState, signal).then(
      () => new Error('the connection ended'),
      (error: Error) => error,
    )
    if (signal.aborted) return
    onState(error)
    options.log.warn({ err: error.message }, 'The mailbox can’t be read')
    if (Date.now() - since > steadyMs) failures = 1
    await setTimeout(pauseMs(failures, pauses), undefined, { signal, ref: false }).catch(() => {})
  }
}

/** Reads what is there, then waits for more, until the connection or the signal ends. */
async function readUntilLost(options: Options, onState: OnState, signal: AbortSignal) {
  const client = await openConnection(options.settings)
  const close = () => client.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    // A command that is under way when the connection closes may never be answered.
    const lost = once(client, 'close')
    if (!signal.aborted) await Promise.race([readOn(client, options, onState), lost])
  } finally {
    signal.removeEventListener('abort', close)
    client.close()
  }
}

async function readOn(client: ImapFlow, options: Options, onState: OnState) {
  const readNew = await createFolderReader(client, options)
  while (client.usable) {
    const nextMs = await readNew()
    onState(null)
    await untilNews(client, nextMs)
  }
}

/** Waits for a new mail (RFC 2177), the end of the connection, or a while. */
async function untilNews(client: ImapFlow, ms: number) {
  const waiting = new AbortController()
  const { signal } = waiting
  void client.idle().catch(() => undefined)
  await Promise.race([
    once(client, 'exists', { signal }),
    once(client, 'close', { signal }),
    setTimeout(ms, undefined, { signal, ref: false }),
  ]).catch(() => undefined)
  waiting.abort()
}
