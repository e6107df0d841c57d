import type { APIMessage } from 'discord-api-types/v10'
import { createOrder } from '../../../core/in-order.ts'
import type { Log } from '../../../core/log.ts'
import { type Checkpoint, createPosition } from './position.ts'

const maxRemembered = 5_000

/**
 * Handles each message once, whether it comes live or from the history, and in order within its thread. If handling
 * fails, it calls `retryLater` with the number of failures. The message must then be read from the history again.
 */
export function createInbox({
  handle,
  checkpoint,
  now,
  log,
  retryLater,
}: {
  handle: (message: APIMessage) => Promise<void>
  checkpoint: Checkpoint
  now: () => number
  log: Log
  retryLater: (tries: number) => void
}) {
  const position = createPosition(checkpoint, now, log)
  /** by thread */
  const { inOrder, finished } = createOrder()
  const handled = new Set<string>()
  const failures = new Map<string, number>()

  function markHandled(id: string) {
    failures.delete(id)
    position.handled(id)
    handled.add(id)
    const [oldest] = handled
    if (handled.size > maxRemembered && oldest) handled.delete(oldest)
  }

  async function tryOnce(message: APIMessage): Promise<void> {
    if (handled.has(message.id)) return
    try {
      await handle(message)
      markHandled(message.id)
    } catch (error) {
      const tries = (failures.get(message.id) ?? 0) + 1
      log.warn({ err: error, message: message.id, tries }, 'A Discord message could not be handled')
      failures.set(message.id, tries)
      position.failed(message.id)
      retryLater(tries)
    }
  }

  /** Handles a message. Resolves once it and all earlier ones in its thread were tried. */
  const take = (message: APIMessage): Promise<void> => inOrder(message.channel_id, () => tryOnce(message))

  async function close() {
    await finished()
    await position.save()
  }

  return { take, inOrder, sessionBegins: position.sessionBegins, since: position.since, close }
}

export type Inbox = ReturnType<typeof createInbox>
