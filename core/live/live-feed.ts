import { randomBytes } from 'node:crypto'
import { tooMany } from '../errors.ts'
import type { Log } from '../log.ts'
import { withoutLogContext } from '../log-context.ts'
import { repeatedly } from '../repeatedly.ts'
import { readEventId } from './event-id.ts'
import { type Audience, createListener, type Listener } from './listener.ts'
import { createListeners } from './listeners.ts'
import type { LiveStore } from './live-store.ts'
import { type Change, createRecentChanges } from './recent-changes.ts'

const lookEveryMs = 250
const checkAccessEveryMs = 400
const heartbeatEveryMs = 15_000
/** A change may appear this much later than its timestamp, because of clock skew and slow writes. */
const overlapMs = 3_000
/** After a longer gap between access checks, all streams end, because it is unknown which ones may continue. */
const maxSilenceMs = 30_000
/** With more changes than this at once, all streams end, and clients reload their lists. */
const maxChanges = 2_000
const maxStreamsEach = 10
/** How far back a new client can ask for changes, in milliseconds: longer than a page takes to load. */
export const maxSinceMs = 15_000

/** Where a client continues: after an event, or `sinceMs` milliseconds ago. */
export type From = { lastEventId?: string | undefined; sinceMs?: number | undefined }

/** The feed from its first listener until the last one leaves. It numbers its changes in one sequence. */
type Run = {
  id: string
  changes: ReturnType<typeof createRecentChanges>
  first: Promise<void>
  stop: () => void
}

/**
 * Sends changed tickets to clients, whichever process changed them. While there are listeners, it polls the database
 * for recent changes with one query for all of them: DocumentDB and a standalone MongoDB have no change streams.
 * @param maxStreamsOfPerson counted in this process, over all sessions and keys of the person
 */
export function createLiveFeed(
  store: LiveStore,
  now: () => Date,
  log: Log,
  maxStreamsOfPerson = Number.POSITIVE_INFINITY,
) {
  const listeners = createListeners()
  let run: Run | undefined

  function start(): Run {
    const changes = createRecentChanges()
    const [look, checkAccess] = [lookFor(changes), accessChecks()]
    const failed = (error: Error) =>
      log.debug({ reason: error.message }, 'could not look for changed tickets')
    // Changes from before the first listener came are only for clients that ask for them.
    const first = look(() => undefined)
    const deliver = (change: Change) => {
      for (const listener of listeners.holding([...change.ticket.audience, ...change.lost.keys()]))
        listener.deliver(change)
    }
    const heartbeat = async () => {
      for (const listener of listeners.all) listener.heartbeat(changes.last())
    }
    const loops = [
      repeatedly(() => look(deliver), lookEveryMs, failed),
      repeatedly(checkAccess, checkAccessEveryMs, failed),
      repeatedly(heartbeat, heartbeatEveryMs, failed),
    ]
    const stop = () => {
      for (const stopOne of loops) stopOne()
    }
    return { id: randomBytes(6).toString('base64url'), changes, first, stop }
  }

  /** @returns a function that passes on the changes since its last call */
  function lookFor(changes: Run['changes']) {
    let lookedAt = now().getTime() - maxSinceMs
    return async (take: (change: Change) => void) => {
      const startedAt = now().getTime()
      const changed = await store.changedSince(new Date(lookedAt - overlapMs), maxChanges + 1)
      if (changed.length > maxChanges) return endAll()
      for (const ticket of changed) {
        const change = changes.note(ticket)
        if (change) take(change)
      }
      lookedAt = startedAt
      changes.forget(lookedAt)
    }
  }

  function accessChecks() {
    let checkedAt = now().getTime()
    return async () => {
      const startedAt = now().getTime()
      const isLate = startedAt - checkedAt > maxSilenceMs
      const endings = isLate ? null : await store.endingsSince(new Date(checkedAt - overlapMs), maxChanges)
      checkedAt = startedAt
      for (const listener of listeners.all) if (!endings || listener.isOver(endings, startedAt)) end(listener)
    }
  }

  function end(listener: Listener) {
    remove(listener)
    listener.end()
  }

  const endAll = () => {
    for (const listener of listeners.all) end(listener)
  }

  /** Stops asking the database when the last listener leaves. */
  function remove(listener: Listener) {
    if (!listeners.remove(listener) || listeners.all.size > 0) return
    run?.stop()
    run = undefined
  }

  function assertFewStreams({ user, access }: Audience) {
    const theirs = [...listeners.all].filter((one) => one.user._id === user._id)
    const ofAccess = theirs.filter((one) => one.access.id === access.id)
    if (theirs.length >= maxStreamsOfPerson || ofAccess.length >= maxStreamsEach)
      throw tooMany(`You have ${theirs.length} streams open: close one.`, 5)
  }

  /**
   * Adds a client. With a `lastEventId`, it first receives what it has missed, or `reset` if the id is too old or from
   * another process. With `sinceMs`, it first receives the changes since then, and `ready` repeats the number.
   * @returns a function that removes it
   * @throws too-many when this session, key or person has too many streams in this process
   */
  async function listen(audience: Audience, from: From = {}): Promise<() => void> {
    assertFewStreams(audience)
    // Nothing is awaited until it is added, so simultaneous requests can't exceed the limit.
    run ??= withoutLogContext(start)
    const { id, first, changes } = run
    const listener = createListener(audience, id)
    listeners.add(listener)
    try {
      await first
    } catch (error) {
      remove(listener)
      throw error
    }
    welcome(listener, { id, changes }, from)
    return () => remove(listener)
  }

  function welcome(listener: Listener, { id, changes }: Pick<Run, 'id' | 'changes'>, from: From) {
    const { lastEventId, sinceMs } = from
    if (!lastEventId && sinceMs !== undefined) return welcomeSince(listener, changes, sinceMs)
    const last = lastEventId ? readEventId(lastEventId, listener.user) : null
    const missed = last?.feed === id ? changes.since(last.sequence) : null
    if (!last || !missed) return listener.welcome(lastEventId ? 'reset' : 'ready', changes.last())
    listener.welcome('ready', last.sequence)
    for (const change of missed) listener.deliver(change)
  }

  function welcomeSince(listener: Listener, changes: Run['changes'], sinceMs: number) {
    const sequence = changes.before(now().getTime() - sinceMs - overlapMs)
    const missed = changes.since(sequence)
    if (!missed) return listener.welcome('ready', changes.last())
    listener.welcome('ready', sequence, { sinceMs })
    for (const change of missed) listener.deliver(change)
  }

  return { listen, close: endAll, count: () => listeners.all.size }
}

export type LiveFeed = ReturnType<typeof createLiveFeed>
