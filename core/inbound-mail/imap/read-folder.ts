import type { ImapFlow } from 'imapflow'
import { isRefusal } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { type Folder, lastDoneUid, readProgress, resumePoint, writeProgress } from './progress.ts'
import { createRetries } from './retries.ts'

export type Checkpoint = { load: () => Promise<string | null>; save: (at: string) => Promise<void> }

/**
 * What reading needs.
 * @property receive takes in one mail, and returns once it is stored @property maxBytes of one mail
 * @property checkpoint keeps how far the folder was read, across restarts
 */
export type Reading = {
  receive: (source: AsyncIterable<Uint8Array>) => Promise<unknown>
  maxBytes: number
  checkpoint: Checkpoint
  now: () => Date
  log: Log
}

/**
 * Reads the open folder of a connection. A message counts as read only once it is stored, so a process that is killed
 * takes it in again, which changes nothing. A sender who writes a lot holds up only their own mails, and a mail that the
 * desk fails at only itself.
 * @returns reads what is new; its result says after how long to look again, in ms
 */
export async function createFolderReader(client: ImapFlow, reading: Reading) {
  const { checkpoint, now, log } = reading
  const folder = folderOf(client)
  const begin = resumePoint(readProgress(await checkpoint.load()), folder)
  /** messages before it that are read too, since the server has renumbered them */
  let renumbered =
    'unreadSince' in begin ? await uidsOf(client, { seen: false, since: begin.unreadSince }) : []
  let uid = 'after' in begin ? begin.after : folder.next - 1
  const done = new Set<number>()
  const retries = createRetries(now)
  const save = (at: number) =>
    checkpoint.save(writeProgress({ uid: at, validity: folder.validity, at: now() }))
  if (renumbered.length === 0) await save(uid)

  /** @throws when it is the connection that fails, and not the mail. `moveOn` throws when it is the database */
  async function tryOnce(one: number) {
    try {
      if (await take(client, one, reading)) done.add(one)
    } catch (error) {
      if (!client.usable) throw error
      log.error({ uid: one, times: retries.failed(one), err: error }, 'A mail could not be taken in')
    }
  }

  /** Moves past the messages that are done. The old numbers count until all renumbered ones are. */
  async function moveOn(fresh: number[]) {
    renumbered = renumbered.filter((one) => !done.has(one))
    if (renumbered.length > 0) return
    const reached = lastDoneUid(uid, fresh, done)
    await save(reached)
    uid = reached
  }

  return async function readNew(): Promise<number> {
    const found = await uidsOf(client, { uid: `${uid + 1}:*` })
    // "n:*" always includes the last message (RFC 9051, 9, seq-range).
    const fresh = found.filter((one) => one > uid)
    const open = [...renumbered, ...fresh].filter((one) => !done.has(one))
    for (const one of open.filter(retries.isDue)) {
      await tryOnce(one)
      await moveOn(fresh)
    }
    const waiting = open.filter((one) => !done.has(one))
    for (const one of done) if (one <= uid) done.delete(one)
    return retries.nextLookMs(waiting)
  }
}

function folderOf({ mailbox }: ImapFlow): Folder {
  if (!mailbox) throw new Error('the folder is not open')
  return { validity: String(mailbox.uidValidity), next: mailbox.uidNext }
}

const uidsOf = async (client: ImapFlow, query: Parameters<ImapFlow['search']>[0]): Promise<number[]> => {
  const found = await client.search(query, { uid: true })
  if (!found) throw new Error('the server does not search')
  return Array.isArray(found) ? found.toSorted((one, other) => one - other) : []
}

/** @returns whether the message is done; false: its sender has to wait */
async function take(client: ImapFlow, uid: number, { receive, maxBytes, log }: Reading): Promise<boolean> {
  const { meta, content } = await client.download(String(uid), undefined, { uid: true })
  // Somebody has deleted it meanwhile.
  if (!content) return true
  try {
    if ((meta.expectedSize ?? 0) > maxBytes)
      log.warn({ uid, bytes: meta.expectedSize }, 'A mail is too large')
    else await receive(content)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (error.kind === 'too-many') return false
    log.warn({ uid, reason: error.message }, 'A mail can’t be read')
  } finally {
    content.resume()
  }
  // For people who look into the mailbox. The checkpoint says what was read.
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  return true
}
