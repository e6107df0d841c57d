import type { APIMessage } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import { type Checkpoint, createPosition } from './position.ts'

const maxRemembered = 5_000

/**
 * Takes messages, live or from history, and has each handled once: in order within its thread, and again later when
 * that failed. `lookAgain` is called when something is left to be read from history, with how often it has failed.
 */
export function createInbox({
  handle,
  checkpoint,
  now,
  log,
  lookAgain,
}: {
  handle: (message: APIMessage) => Promise<void>
  checkpoint: Checkpoint
  now: () => number
  log: Log
  lookAgain: (tries: number) => void
}) {
  const position = createPosition(checkpoint, now, log)
  const threads = new Map<string, Promise<void>>()
  const settled = new Set<string>()
  const failures = new Map<string, number>()

  function settle(id: string) {
    failures.delete(id)
    position.settled(id)
    settled.add(id)
    const [oldest] = settled
    if (settled.size > maxRemembered && oldest) settled.delete(oldest)
  }

  async function tryOnce(message: APIMessage): Promise<void> {
    if (settled.has(message.id)) return
    try {
      await handle(message)
      settle(message.id)
    } catch (error) {
      const tries = (failures.get(message.id) ?? 0) + 1
      log.warn({ err: error, message: message.id, tries }, 'a Discord message could not be handled')
      failures.set(message.id, tries)
      position.failed(message.id)
      lookAgain(tries)
    }
  }

  /** Resolves when the message, and what came before it in its thread, has been handled. */
  const take = (message: APIMessage): Promise<void> => afterThose(message.channel_id, () => tryOnce(message))

  /** Does something when all that came before in a thread has been handled. @param work never rejects */
  function afterThose(thread: string, work: () => Promise<void>): Promise<void> {
    const turn = (threads.get(thread) ?? Promise.resolve()).then(work)
    threads.set(thread, turn)
    void turn.then(() => {
      if (threads.get(thread) === turn) threads.delete(thread)
    })
    return turn
  }

  async function close() {
    await Promise.all(threads.values())
    await position.save()
  }

  return { take, afterThose, sessionBegins: position.sessionBegins, since: position.since, close }
}

export type Inbox = ReturnType<typeof createInbox>
