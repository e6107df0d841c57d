import { tooMany } from '../errors.ts'
import type { Log } from '../log.ts'
import { outsideOfRequests } from '../log-context.ts'
import { repeatedly } from '../repeatedly.ts'
import { readCursor } from './cursor.ts'
import { type Audience, createListener, type Listener } from './listener.ts'
import type { ChangedTicket, LiveStore } from './live-store.ts'

const lookEveryMs = 250
const checkAccessEveryMs = 400
const beatEveryMs = 15_000
/** How much later than its time a change may appear: clocks that differ, a write that took long. */
const overlapMs = 3_000
/** After not being able to ask for so long nobody can say what has ended meanwhile. */
const longestSilenceMs = 30_000
/** More changes than this at once, and clients had better load anew. */
const maxChanges = 2_000
const longestAwayMs = 24 * 3_600_000
const maxStreamsEach = 10

/**
 * Tells clients of changed tickets, whichever process changed them. While anybody listens it asks the database for
 * what changed lately: one query for all of them. DocumentDB and a single MongoDB have no change streams to wait on.
 */
export function createLiveFeed(store: LiveStore, now: () => Date, log: Log) {
  const listeners = new Set<Listener>()
  const byKey = new Map<string, Set<Listener>>()
  /** what was seen to change lately, by id and version */
  const seen = new Map<string, ChangedTicket>()
  let lookedAt = 0
  let checkedAt = 0
  let running: { first: Promise<void>; stop: () => void } | undefined

  const since = () => new Date(lookedAt - overlapMs)

  /** @returns null: more than can be told one by one */
  async function changesSince(moment: Date) {
    const changes = await store.changedSince(moment, maxChanges + 1)
    return changes.length > maxChanges ? null : changes
  }

  async function look() {
    const startedAt = now().getTime()
    const changes = await changesSince(since())
    if (!changes) endAll()
    for (const change of changes ?? []) {
      const name = `${change._id}:${change.version}`
      if (!seen.has(name)) fanOut(change)
      seen.set(name, change)
    }
    lookedAt = startedAt
    for (const [name, { updatedAt }] of seen) if (updatedAt < since()) seen.delete(name)
    for (const listener of listeners) listener.advance(lookedAt, since().getTime())
  }

  function fanOut(change: ChangedTicket) {
    const keys = [...change.audience, ...(change.left ?? []).map(({ key }) => key)]
    const concerned = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))
    for (const listener of concerned) listener.tell(change, since())
  }

  async function checkAccess() {
    const startedAt = now().getTime()
    const isLate = startedAt - checkedAt > longestSilenceMs
    const endings = isLate ? null : await store.endingsSince(new Date(checkedAt - overlapMs), maxChanges)
    checkedAt = startedAt
    for (const listener of listeners) if (!endings || listener.isOver(endings, startedAt)) end(listener)
  }

  async function beat() {
    for (const listener of listeners) listener.say()
  }

  function end(listener: Listener) {
    remove(listener)
    listener.end()
  }

  const endAll = () => {
    for (const listener of listeners) end(listener)
  }

  /** What changed before the first listener came is in the lists that clients load: it is seen, and told to nobody. */
  function start() {
    lookedAt = checkedAt = now().getTime()
    const failed = (error: Error) =>
      log.debug({ reason: error.message }, 'could not look for changed tickets')
    const first = look()
    const loops = [
      repeatedly(look, lookEveryMs, failed),
      repeatedly(checkAccess, checkAccessEveryMs, failed),
      repeatedly(beat, beatEveryMs, failed),
    ]
    const stop = () => {
      for (const stopOne of loops) stopOne()
    }
    return { first, stop }
  }

  function stop() {
    running?.stop()
    running = undefined
    seen.clear()
  }

  function add(listener: Listener) {
    listeners.add(listener)
    for (const key of listener.keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(listener))
  }

  function remove(listener: Listener) {
    if (!listeners.delete(listener)) return
    for (const key of listener.keys) {
      byKey.get(key)?.delete(listener)
      if (byKey.get(key)?.size === 0) byKey.delete(key)
    }
    if (listeners.size === 0) stop()
  }

  /**
   * From now on this client is told of what changes; with a cursor first of what changed since.
   * @param lastEventId the id of the last message that it got, from any process
   * @returns how to leave @throws too-many for an eleventh stream of one session or key
   */
  async function listen(audience: Audience, lastEventId: string | undefined): Promise<() => void> {
    if ([...listeners].filter(({ access }) => access.id === audience.access.id).length >= maxStreamsEach)
      throw tooMany('This session or key has ten streams open: close one.', 5)
    const listener = createListener(audience)
    running ??= outsideOfRequests(start)
    add(listener)
    try {
      await running.first
      await welcome(listener, lastEventId)
    } catch (error) {
      remove(listener)
      throw error
    }
    return () => remove(listener)
  }

  async function welcome(listener: Listener, lastEventId: string | undefined) {
    const cursor = lastEventId ? readCursor(lastEventId, listener.user) : null
    const away = cursor ? now().getTime() - cursor.at : 0
    const from = new Date((cursor?.at ?? lookedAt) - overlapMs)
    const missed = cursor && Math.abs(away) < longestAwayMs ? await changesSince(from) : null
    if (cursor && missed) listener.hasBeenTold(cursor)
    else listener.knows(seen.values(), since())
    listener.advance(cursor && missed ? cursor.at : lookedAt, from.getTime())
    listener.say(lastEventId && !missed ? 'reset' : 'ready')
    listener.begin(missed ?? [], from)
  }

  /** Ends every stream: clients come back, to another process. */
  const close = () => {
    endAll()
    stop()
  }

  return { listen, close, count: () => listeners.size }
}

export type LiveFeed = ReturnType<typeof createLiveFeed>
