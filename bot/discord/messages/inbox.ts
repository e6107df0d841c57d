import type { APIMessage } from 'discord-api-types/v10'
import { createOrder } from '../../../core/in-order.ts'
import type { Log } from '../../../core/log.ts'
import { isNewer } from '../snowflake.ts'
import { type Checkpoint, createPosition } from './position.ts'

const maxRemembered = 5_000
/** A message that fails for longer no longer holds up its thread. */
const holdsUpMs = 60_000

type Failure = { thread: string; tries: number; since: number }

/**
 * Handles each message once, whether it comes live or from the history, and in order within its thread. If handling
 * fails, it calls `retryLater` with the number of failures. The message must then be read from the history again, and
 * those after it in its thread, too: they wait for it, for a minute at most.
 * @param readEarlier reads what was written in the thread of a message before it, and after a given id, oldest first
 */
export function createInbox({
  handle,
  readEarlier,
  checkpoint,
  now,
  log,
  retryLater,
}: {
  handle: (message: APIMessage) => Promise<void>
  readEarlier: (message: APIMessage, after: string) => Promise<APIMessage[]>
  checkpoint: Checkpoint
  now: () => number
  log: Log
  retryLater: (tries: number) => void
}) {
  const position = createPosition(checkpoint, now, log)
  /** by thread */
  const { inOrder, finished } = createOrder()
  const handled = new Set<string>()
  /** by message */
  const failures = new Map<string, Failure>()
  /** threads that were read in this session */
  let read = new Set<string>()

  function markHandled(id: string) {
    failures.delete(id)
    position.handled(id)
    handled.add(id)
    const [oldest] = handled
    if (handled.size > maxRemembered && oldest) handled.delete(oldest)
  }

  const waits = ({ id, channel_id }: APIMessage) =>
    [...failures].some(
      ([failed, { thread, since }]) =>
        thread === channel_id && isNewer(id, failed) && now() - since < holdsUpMs,
    )

  function failed({ id, channel_id: thread }: APIMessage): number {
    const { tries, since } = failures.get(id) ?? { tries: 0, since: now() }
    failures.set(id, { thread, since, tries: tries + 1 })
    return tries + 1
  }

  function tryLater({ id }: APIMessage, tries: number) {
    position.failed(id)
    retryLater(tries)
  }

  async function tryOnce(message: APIMessage): Promise<void> {
    if (handled.has(message.id)) return
    if (waits(message)) return tryLater(message, 1)
    try {
      await handle(message)
      markHandled(message.id)
    } catch (error) {
      const tries = failed(message)
      log.warn({ err: error, message: message.id, tries }, 'A Discord message could not be handled')
      tryLater(message, tries)
    }
  }

  /** Until a new session has read everything that was missed, a live message may have others before it. */
  async function tryEarlier(message: APIMessage) {
    const readInSession = read
    if (position.isCaughtUp() || readInSession.has(message.channel_id)) return
    try {
      const { from } = await position.since()
      for (const earlier of await readEarlier(message, from)) await tryOnce(earlier)
      readInSession.add(message.channel_id)
    } catch (error) {
      log.warn({ err: error, message: message.id }, 'Earlier Discord messages of a thread could not be read')
    }
  }

  /** Handles a message from the history. Resolves once it and all earlier ones in its thread were tried. */
  const takeRead = (message: APIMessage): Promise<void> => inOrder(message.channel_id, () => tryOnce(message))

  /** Handles a live message after those of its thread that were missed before it. */
  const take = (message: APIMessage): Promise<void> =>
    inOrder(message.channel_id, async () => {
      await tryEarlier(message)
      await tryOnce(message)
    })

  function sessionBegins() {
    position.sessionBegins()
    read = new Set()
  }

  async function close() {
    await finished()
    await position.save()
  }

  return { take, takeRead, inOrder, sessionBegins, since: position.since, close }
}

export type Inbox = ReturnType<typeof createInbox>
