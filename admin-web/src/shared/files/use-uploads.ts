import { useEffect, useRef, useState } from 'react'
import type { FileView } from '../../../../core/attachments/attached-file.ts'
import { errorMessage } from '../http/problem.ts'
import { request } from '../http/request.ts'
import { newUuid } from '../session/new-uuid.ts'
import { useDraft } from '../session/use-draft.ts'
import { type RunningUpload, upload } from './upload.ts'

type Progress =
  | { state: 'sending'; share: number }
  | { state: 'failed'; problem: string }
  | { state: 'sent'; file: FileView; at: number }
/** A file that is to go with a message. @property key tells it from others of its name */
export type Upload = { key: string; name: string; size: number } & Progress

/** The desk removes what nobody attached for a day. */
const keptMs = 23 * 3_600_000

const isSent = (one: Upload): one is Upload & { state: 'sent' } => one.state === 'sent'

/**
 * The files of a message under way. They are uploaded at once; those that are sent survive a reload with the draft.
 * @param draft the name of the message's draft
 */
export function useUploads(draft: string) {
  const kept = useDraft<Upload[]>(`${draft}:files`, [])
  const [items, setItems] = useState(() =>
    kept.start.filter((one) => isSent(one) && one.at > Date.now() - keptMs),
  )
  const running = useRef(new Map<string, RunningUpload & { source: File }>())
  useEffect(() => kept.keep(items.filter(isSent)))

  const update = (key: string, progress: Progress) =>
    setItems((all) =>
      all.map(
        ({ key: own, name, size, ...rest }) =>
          ({ key: own, name, size, ...(own === key ? progress : rest) }) as Upload,
      ),
    )

  function start(key: string, source: File) {
    update(key, { state: 'sending', share: 0 })
    const { done, cancel } = upload(source, (share) => update(key, { state: 'sending', share }))
    running.current.set(key, { done, cancel, source })
    done.then(
      (file) => update(key, { state: 'sent', file, at: Date.now() }),
      (error) => update(key, { state: 'failed', problem: errorMessage(error) }),
    )
  }

  function add(files: Iterable<File>) {
    for (const source of files) {
      const key = newUuid()
      const { name, size } = source
      setItems((all) => [...all, { key, name, size, state: 'sending', share: 0 }])
      start(key, source)
    }
  }

  function retry(key: string) {
    const source = running.current.get(key)?.source
    if (source) start(key, source)
  }

  function remove(one: Upload) {
    running.current.get(one.key)?.cancel()
    setItems((all) => all.filter(({ key }) => key !== one.key))
    // What can't be removed now, the desk removes after a day.
    if (isSent(one)) request(`/api/files/${one.file.id}`, { method: 'DELETE' }).catch(() => {})
  }

  /** Forgets the files, once they were sent with their message. */
  function clear() {
    setItems([])
    kept.keep([])
  }

  const ids = items.filter(isSent).map(({ file }) => file.id)
  return { items, ids, waitsFor: waitsFor(items), add, retry, remove, clear }
}

export type Uploads = ReturnType<typeof useUploads>

/** Why the message can't be sent yet. Null: it can. */
function waitsFor(items: Upload[]): string | null {
  if (items.some(({ state }) => state === 'failed')) return 'Retry or remove what could not be uploaded.'
  return items.some(({ state }) => state === 'sending') ? 'Uploading files…' : null
}
