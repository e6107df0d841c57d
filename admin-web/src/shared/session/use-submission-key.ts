import { discardDraft, readDraft, saveDraft } from './drafts.ts'
import { newUuid } from './new-uuid.ts'
import { useMe } from './use-me.ts'

type Kept = { content: string; key: string }

/**
 * The Idempotency-Key of a submission. The same content sent again after an error or a reload has the same key, so the
 * desk accepts it once. Different content gets another key.
 */
export function useSubmissionKey(name: string) {
  const kept = `${useMe().id}:key:${name}`

  const keyFor = (submission: unknown) => {
    const content = JSON.stringify(submission)
    const earlier = readDraft<Kept>(kept)
    if (earlier?.content === content) return earlier.key
    const key = newUuid()
    saveDraft(kept, { content, key })
    return key
  }
  return { keyFor, done: () => discardDraft(kept) }
}
